package org.cafcass.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cafcass.model.Application;
import org.cafcass.model.AuditScale;
import org.cafcass.model.AuditSource;
import org.cafcass.model.Code;
import org.cafcass.model.Employment;
import org.cafcass.model.FeedbackSource;
import org.cafcass.model.Grade;
import org.cafcass.model.Law;
import org.cafcass.model.ReportKind;
import org.cafcass.model.Role;
import org.cafcass.model.Stage;
import org.cafcass.model.Team;

/** A key by which the figures of a measure can be broken down; which keys a measure has, its population says. */
public enum BreakdownKey {
    /** Public or private law. */
    LAW(codes(Law.values())),
    /** The kind of application. */
    APPLICATION(codes(Application.values())),
    /** The region of the area. */
    REGION,
    /** The code of the operational service area. */
    AREA,
    /** Whether a guardian had been appointed under rule 16.4 by the last day that the figure is about. */
    RULE_16_4(List.of("false", "true")),
    /** Whether an open case is to first hearing or after it. */
    STAGE(codes(Stage.values())),
    /** Who holds an open case. */
    HOLDER(codes(Holder.values())),
    /** Whether a private law case that was closed completed at its first hearing or after it. */
    COMPLETION(codes(Completion.values())),
    /** The kind of report. */
    REPORT(codes(ReportKind.values(), "section_7_all")),
    /** Where an audit or a piece of feedback comes from. */
    SOURCE(Stream.concat(codes(AuditSource.values()).stream(), codes(FeedbackSource.values()).stream())
            .toList()),
    /** The team of the adviser. */
    TEAM(codes(Team.values())),
    /** The role of the adviser. */
    ROLE(codes(Role.values())),
    /** How the adviser is employed. */
    EMPLOYMENT(codes(Employment.values())),
    /** The reason of an absence. */
    REASON,
    /** The scale of an audit's grade. */
    SCALE(codes(AuditScale.values())),
    /** The grade of an audit. */
    GRADE(codes(Grade.values())),
    /** The question of an audit or a survey. */
    QUESTION;

    private final String code = name().toLowerCase(Locale.ROOT);
    private final List<String> values;

    BreakdownKey() {
        this(List.of());
    }

    BreakdownKey(List<String> values) {
        this.values = values;
    }

    private static List<String> codes(Code[] codes, String... more) {
        return Stream.concat(Arrays.stream(codes).map(Code::code), Arrays.stream(more))
                .toList();
    }

    /** The values that rows may have, in the order of the model; none where the extract says which there are. */
    public List<String> closedValues() {
        return values;
    }

    /** The key as it is written in figures: {@code rule_16_4}. */
    public String code() {
        return code;
    }

    /**
     * The key that is written so.
     *
     * @throws IllegalArgumentException if there is none; the message names the nearest
     */
    public static BreakdownKey of(String code) {
        return Arrays.stream(values())
                .filter(key -> key.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(NearestName.unknown(
                        "breakdown",
                        code,
                        Arrays.stream(values()).map(BreakdownKey::code).collect(Collectors.toList()))));
    }

    /**
     * Fails where no row can have the value. Any passes of a key whose values the extract says: region, area, reason, question.
     *
     * @throws IllegalArgumentException if the key's values are a closed list without it; the message names the nearest
     */
    public void check(String value) {
        if (!values.isEmpty() && !values.contains(value)) {
            throw new IllegalArgumentException(NearestName.unknown(code, value, values));
        }
    }
}
