package org.cafcass.model.extract;

import static org.cafcass.model.extract.ExtractColumn.code;
import static org.cafcass.model.extract.ExtractColumn.count;
import static org.cafcass.model.extract.ExtractColumn.date;
import static org.cafcass.model.extract.ExtractColumn.decimal;
import static org.cafcass.model.extract.ExtractColumn.identifier;
import static org.cafcass.model.extract.ExtractColumn.reference;
import static org.cafcass.model.extract.ExtractColumn.text;
import static org.cafcass.model.extract.ExtractColumn.yesOrNo;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cafcass.model.AllocationKind;
import org.cafcass.model.AnswerCode;
import org.cafcass.model.Application;
import org.cafcass.model.AuditScale;
import org.cafcass.model.AuditSource;
import org.cafcass.model.CheckKind;
import org.cafcass.model.Employment;
import org.cafcass.model.EngagementMode;
import org.cafcass.model.FeedbackKind;
import org.cafcass.model.FeedbackSource;
import org.cafcass.model.Grade;
import org.cafcass.model.HearingKind;
import org.cafcass.model.Law;
import org.cafcass.model.Pillar;
import org.cafcass.model.RatingCode;
import org.cafcass.model.RatingScale;
import org.cafcass.model.ReportKind;
import org.cafcass.model.Role;
import org.cafcass.model.Team;
import org.cafcass.model.extract.ExtractColumn.DecimalRange;

/**
 * The tables of an extract, version 1 of the format: the one place where names, kinds and requirements of files and
 * columns are declared. A table refers only to tables before it.
 */
public enum ExtractTable {
    /** Operational service areas. */
    AREAS("areas", Presence.REQUIRED, 1, identifier("area_code"), text("name"), text("region")),
    /** Advisers. */
    ADVISERS(
            "advisers",
            Presence.REQUIRED,
            1,
            identifier("adviser_id"),
            code("role", Role.class),
            code("employment", Employment.class),
            code("team", Team.class),
            reference("area_code", AREAS),
            decimal("fte", DecimalRange.FULL_TIME_EQUIVALENT),
            date("started_on"),
            date("left_on").optional(),
            decimal("ceiling", DecimalRange.ABOVE_ZERO).optional()),
    /** Children's cases. */
    CASES(
            "cases",
            Presence.REQUIRED,
            1,
            identifier("case_id"),
            code("law", Law.class),
            code("application", Application.class),
            reference("area_code", AREAS),
            date("received_on"),
            date("first_hearing_on").optional(),
            date("further_work_ordered_on").optional(),
            date("rule_16_4_on").optional(),
            yesOrNo("high_risk").falseUnlessSaid(),
            text("court_code").optional(),
            date("closed_on").optional(),
            identifier("previous_case_id").optional()),
    /** Children in cases. */
    CHILDREN(
            "children",
            Presence.REQUIRED,
            2,
            identifier("child_id").identifyingChild(),
            reference("case_id", CASES),
            date("born_on").optional().identifyingChild(),
            yesOrNo("engagement_eligible").optional(),
            date("engagement_recorded_on").optional(),
            code("engagement_mode", EngagementMode.class).optional(),
            date("introduction_letter_on").optional(),
            date("recommendations_shared_on").optional()),
    /** Who holds a case, and when. */
    ALLOCATIONS(
            "allocations",
            Presence.OPTIONAL,
            0,
            reference("case_id", CASES),
            code("kind", AllocationKind.class),
            reference("adviser_id", ADVISERS).optional(),
            date("from"),
            date("to").optional()),
    /** Hearings. */
    HEARINGS(
            "hearings",
            Presence.OPTIONAL,
            0,
            reference("case_id", CASES),
            code("kind", HearingKind.class),
            date("listed_on"),
            date("hearing_on"),
            date("vacated_on").optional()),
    /** Reports to the court. */
    REPORTS(
            "reports",
            Presence.OPTIONAL,
            1,
            identifier("report_id"),
            reference("case_id", CASES),
            code("kind", ReportKind.class),
            date("ordered_on"),
            date("first_agreed_on").optional(),
            date("agreed_on").optional(),
            date("filed_on").optional()),
    /** Case file audits. */
    AUDITS(
            "audits",
            Presence.OPTIONAL,
            1,
            identifier("audit_id"),
            reference("case_id", CASES).optional(),
            reference("adviser_id", ADVISERS),
            date("audited_on"),
            code("source", AuditSource.class),
            code("scale", AuditScale.class),
            code("grade", Grade.class).optional(),
            yesOrNo("collaborative").optional(),
            yesOrNo("child_feedback").optional(),
            yesOrNo("adult_feedback").optional(),
            yesOrNo("introduction_letter").optional(),
            yesOrNo("recommendations_shared").optional(),
            date("improvement_agreed_on").optional(),
            code("moderated_grade", Grade.class).optional(),
            yesOrNo("significant_learning").optional()),
    /** Answers to audit questions. */
    ANSWERS(
            "answers",
            Presence.OPTIONAL,
            2,
            reference("audit_id", AUDITS),
            text("question"),
            code("answer", AnswerCode.class)),
    /** Reflections, compliments and complaints. */
    FEEDBACK(
            "feedback",
            Presence.OPTIONAL,
            1,
            identifier("feedback_id"),
            code("kind", FeedbackKind.class),
            code("source", FeedbackSource.class),
            date("received_on"),
            reference("case_id", CASES).optional(),
            yesOrNo("positive").optional(),
            date("acknowledged_on").optional(),
            date("responded_on").optional()),
    /** Advisers' absences. */
    ABSENCES(
            "absences",
            Presence.OPTIONAL,
            0,
            reference("adviser_id", ADVISERS),
            date("from"),
            date("to"),
            text("reason").optional()),
    /** Safeguarding checks. */
    CHECKS(
            "checks",
            Presence.OPTIONAL,
            0,
            reference("case_id", CASES),
            code("kind", CheckKind.class),
            date("requested_on"),
            date("returned_on").optional()),
    /** Staff survey questions. */
    SURVEY(
            "survey",
            Presence.OPTIONAL,
            2,
            text("survey"),
            text("question"),
            date("closed_on"),
            count("invited"),
            count("responses"),
            count("agreed")),
    /** The funded establishment. */
    POSTS(
            "posts",
            Presence.OPTIONAL,
            0,
            reference("area_code", AREAS),
            code("role", Role.class),
            code("team", Team.class),
            decimal("fte", DecimalRange.ZERO_OR_MORE),
            date("from"),
            date("to").optional()),
    /** Ratings that a person has entered. */
    RATINGS(
            "ratings",
            Presence.OPTIONAL,
            0,
            text("subject"),
            code("scale", RatingScale.class),
            code("rating", RatingCode.class),
            date("rated_on"),
            code("pillar", Pillar.class).optional(),
            reference("area_code", AREAS).optional(),
            text("reason").optional());

    private enum Presence {
        REQUIRED,
        OPTIONAL
    }

    private final String fileName;
    private final Presence presence;
    private final List<ExtractColumn> columns;
    private final List<ExtractColumn> key;

    ExtractTable(String fileName, Presence presence, int keyColumns, ExtractColumn... columns) {
        this.fileName = fileName;
        this.presence = presence;
        this.columns = List.of(columns);
        this.key = this.columns.subList(0, keyColumns);
    }

    /** The name of the file without its ending, of the JSON property and of the SQL table: {@code cases}. */
    public String fileName() {
        return fileName;
    }

    /** Whether an extract has to have this table. */
    public boolean required() {
        return presence == Presence.REQUIRED;
    }

    /** The columns, in the order in which they are written and their cells are checked. */
    public List<ExtractColumn> columns() {
        return columns;
    }

    /** The first columns, those whose values together occur in one row only; empty if rows may repeat. */
    public List<ExtractColumn> key() {
        return key;
    }

    /** The tables that its rows refer to, all of them before it. */
    Set<ExtractTable> references() {
        return columns.stream().flatMap(column -> column.references().stream()).collect(Collectors.toSet());
    }

    /** The column of the name, compared exactly; empty if the table has none. */
    public Optional<ExtractColumn> column(String name) {
        int index = find(name);
        return index < 0 ? Optional.empty() : Optional.of(columns.get(index));
    }

    /** The position of the column in {@link #columns()}, or -1. */
    int find(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** The position of the column in {@link #columns()}. */
    int indexOf(String name) {
        int index = find(name);
        if (index < 0) {
            throw new IllegalArgumentException("Invalid column of " + fileName + ": " + name);
        }
        return index;
    }
}
