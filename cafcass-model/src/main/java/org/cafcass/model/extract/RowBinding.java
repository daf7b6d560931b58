package org.cafcass.model.extract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cafcass.model.Absence;
import org.cafcass.model.Adviser;
import org.cafcass.model.AdviserId;
import org.cafcass.model.Allocation;
import org.cafcass.model.AllocationKind;
import org.cafcass.model.Answer;
import org.cafcass.model.AnswerCode;
import org.cafcass.model.Application;
import org.cafcass.model.Area;
import org.cafcass.model.AreaCode;
import org.cafcass.model.Audit;
import org.cafcass.model.AuditId;
import org.cafcass.model.AuditScale;
import org.cafcass.model.AuditSource;
import org.cafcass.model.CaseId;
import org.cafcass.model.Check;
import org.cafcass.model.CheckKind;
import org.cafcass.model.Child;
import org.cafcass.model.ChildId;
import org.cafcass.model.ChildrensCase;
import org.cafcass.model.Code;
import org.cafcass.model.Employment;
import org.cafcass.model.EngagementMode;
import org.cafcass.model.Feedback;
import org.cafcass.model.FeedbackId;
import org.cafcass.model.FeedbackKind;
import org.cafcass.model.FeedbackSource;
import org.cafcass.model.Grade;
import org.cafcass.model.Hearing;
import org.cafcass.model.HearingKind;
import org.cafcass.model.Identifier;
import org.cafcass.model.Law;
import org.cafcass.model.Pillar;
import org.cafcass.model.Post;
import org.cafcass.model.Rating;
import org.cafcass.model.RatingCode;
import org.cafcass.model.RatingScale;
import org.cafcass.model.Report;
import org.cafcass.model.ReportId;
import org.cafcass.model.ReportKind;
import org.cafcass.model.Role;
import org.cafcass.model.SurveyQuestion;
import org.cafcass.model.Team;
import org.jspecify.annotations.Nullable;

/** How the rows of a table are made from values and into values: each column, its accessor and its builder's setter. */
final class RowBinding<T, B> {
    static final RowBinding<Area, Area.Builder> AREAS = new RowBinding<>(
                    ExtractTable.AREAS, Area::builder, Area.Builder::build)
            .identifier("area_code", Area::areaCode, AreaCode::new, Area.Builder::areaCode)
            .text("name", Area::name, Area.Builder::name)
            .text("region", Area::region, Area.Builder::region);

    static final RowBinding<Adviser, Adviser.Builder> ADVISERS = new RowBinding<>(
                    ExtractTable.ADVISERS, Adviser::builder, Adviser.Builder::build)
            .identifier("adviser_id", Adviser::adviserId, AdviserId::new, Adviser.Builder::adviserId)
            .code("role", Role.class, Adviser::role, Adviser.Builder::role)
            .code("employment", Employment.class, Adviser::employment, Adviser.Builder::employment)
            .code("team", Team.class, Adviser::team, Adviser.Builder::team)
            .identifier("area_code", Adviser::areaCode, AreaCode::new, Adviser.Builder::areaCode)
            .decimal("fte", Adviser::fte, Adviser.Builder::fte)
            .date("started_on", Adviser::startedOn, Adviser.Builder::startedOn)
            .optionalDate("left_on", Adviser::leftOn, Adviser.Builder::leftOn)
            .optionalDecimal("ceiling", Adviser::ceiling, Adviser.Builder::ceiling);

    static final RowBinding<ChildrensCase, ChildrensCase.Builder> CASES = new RowBinding<>(
                    ExtractTable.CASES, ChildrensCase::builder, ChildrensCase.Builder::build)
            .identifier("case_id", ChildrensCase::caseId, CaseId::new, ChildrensCase.Builder::caseId)
            .code("law", Law.class, ChildrensCase::law, ChildrensCase.Builder::law)
            .code("application", Application.class, ChildrensCase::application, ChildrensCase.Builder::application)
            .identifier("area_code", ChildrensCase::areaCode, AreaCode::new, ChildrensCase.Builder::areaCode)
            .date("received_on", ChildrensCase::receivedOn, ChildrensCase.Builder::receivedOn)
            .optionalDate("first_hearing_on", ChildrensCase::firstHearingOn, ChildrensCase.Builder::firstHearingOn)
            .optionalDate(
                    "further_work_ordered_on",
                    ChildrensCase::furtherWorkOrderedOn,
                    ChildrensCase.Builder::furtherWorkOrderedOn)
            .optionalDate("rule_16_4_on", ChildrensCase::rule164On, ChildrensCase.Builder::rule164On)
            .yesOrNo("high_risk", ChildrensCase::highRisk, ChildrensCase.Builder::highRisk)
            .optionalText("court_code", ChildrensCase::courtCode, ChildrensCase.Builder::courtCode)
            .optionalDate("closed_on", ChildrensCase::closedOn, ChildrensCase.Builder::closedOn)
            .optionalIdentifier(
                    "previous_case_id",
                    ChildrensCase::previousCaseId,
                    CaseId::new,
                    ChildrensCase.Builder::previousCaseId);

    static final RowBinding<Child, Child.Builder> CHILDREN = new RowBinding<>(
                    ExtractTable.CHILDREN, Child::builder, Child.Builder::build)
            .identifier("child_id", Child::childId, ChildId::new, Child.Builder::childId)
            .identifier("case_id", Child::caseId, CaseId::new, Child.Builder::caseId)
            .optionalDate("born_on", Child::bornOn, Child.Builder::bornOn)
            .optionalYesOrNo("engagement_eligible", Child::engagementEligible, Child.Builder::engagementEligible)
            .optionalDate("engagement_recorded_on", Child::engagementRecordedOn, Child.Builder::engagementRecordedOn)
            .optionalCode("engagement_mode", EngagementMode.class, Child::engagementMode, Child.Builder::engagementMode)
            .optionalDate("introduction_letter_on", Child::introductionLetterOn, Child.Builder::introductionLetterOn)
            .optionalDate(
                    "recommendations_shared_on",
                    Child::recommendationsSharedOn,
                    Child.Builder::recommendationsSharedOn);

    static final RowBinding<Allocation, Allocation.Builder> ALLOCATIONS = new RowBinding<>(
                    ExtractTable.ALLOCATIONS, Allocation::builder, Allocation.Builder::build)
            .identifier("case_id", Allocation::caseId, CaseId::new, Allocation.Builder::caseId)
            .code("kind", AllocationKind.class, Allocation::kind, Allocation.Builder::kind)
            .optionalIdentifier("adviser_id", Allocation::adviserId, AdviserId::new, Allocation.Builder::adviserId)
            .date("from", Allocation::from, Allocation.Builder::from)
            .optionalDate("to", Allocation::to, Allocation.Builder::to);

    static final RowBinding<Hearing, Hearing.Builder> HEARINGS = new RowBinding<>(
                    ExtractTable.HEARINGS, Hearing::builder, Hearing.Builder::build)
            .identifier("case_id", Hearing::caseId, CaseId::new, Hearing.Builder::caseId)
            .code("kind", HearingKind.class, Hearing::kind, Hearing.Builder::kind)
            .date("listed_on", Hearing::listedOn, Hearing.Builder::listedOn)
            .date("hearing_on", Hearing::hearingOn, Hearing.Builder::hearingOn)
            .optionalDate("vacated_on", Hearing::vacatedOn, Hearing.Builder::vacatedOn);

    static final RowBinding<Report, Report.Builder> REPORTS = new RowBinding<>(
                    ExtractTable.REPORTS, Report::builder, Report.Builder::build)
            .identifier("report_id", Report::reportId, ReportId::new, Report.Builder::reportId)
            .identifier("case_id", Report::caseId, CaseId::new, Report.Builder::caseId)
            .code("kind", ReportKind.class, Report::kind, Report.Builder::kind)
            .date("ordered_on", Report::orderedOn, Report.Builder::orderedOn)
            .optionalDate("first_agreed_on", Report::firstAgreedOn, Report.Builder::firstAgreedOn)
            .optionalDate("agreed_on", Report::agreedOn, Report.Builder::agreedOn)
            .optionalDate("filed_on", Report::filedOn, Report.Builder::filedOn);

    static final RowBinding<Audit, Audit.Builder> AUDITS = new RowBinding<>(
                    ExtractTable.AUDITS, Audit::builder, Audit.Builder::build)
            .identifier("audit_id", Audit::auditId, AuditId::new, Audit.Builder::auditId)
            .optionalIdentifier("case_id", Audit::caseId, CaseId::new, Audit.Builder::caseId)
            .identifier("adviser_id", Audit::adviserId, AdviserId::new, Audit.Builder::adviserId)
            .date("audited_on", Audit::auditedOn, Audit.Builder::auditedOn)
            .code("source", AuditSource.class, Audit::source, Audit.Builder::source)
            .code("scale", AuditScale.class, Audit::scale, Audit.Builder::scale)
            .optionalCode("grade", Grade.class, Audit::grade, Audit.Builder::grade)
            .optionalYesOrNo("collaborative", Audit::collaborative, Audit.Builder::collaborative)
            .optionalYesOrNo("child_feedback", Audit::childFeedback, Audit.Builder::childFeedback)
            .optionalYesOrNo("adult_feedback", Audit::adultFeedback, Audit.Builder::adultFeedback)
            .optionalYesOrNo("introduction_letter", Audit::introductionLetter, Audit.Builder::introductionLetter)
            .optionalYesOrNo(
                    "recommendations_shared", Audit::recommendationsShared, Audit.Builder::recommendationsShared)
            .optionalDate("improvement_agreed_on", Audit::improvementAgreedOn, Audit.Builder::improvementAgreedOn)
            .optionalCode("moderated_grade", Grade.class, Audit::moderatedGrade, Audit.Builder::moderatedGrade)
            .optionalYesOrNo("significant_learning", Audit::significantLearning, Audit.Builder::significantLearning);

    static final RowBinding<Answer, Answer.Builder> ANSWERS = new RowBinding<>(
                    ExtractTable.ANSWERS, Answer::builder, Answer.Builder::build)
            .identifier("audit_id", Answer::auditId, AuditId::new, Answer.Builder::auditId)
            .text("question", Answer::question, Answer.Builder::question)
            .code("answer", AnswerCode.class, Answer::answer, Answer.Builder::answer);

    static final RowBinding<Feedback, Feedback.Builder> FEEDBACK = new RowBinding<>(
                    ExtractTable.FEEDBACK, Feedback::builder, Feedback.Builder::build)
            .identifier("feedback_id", Feedback::feedbackId, FeedbackId::new, Feedback.Builder::feedbackId)
            .code("kind", FeedbackKind.class, Feedback::kind, Feedback.Builder::kind)
            .code("source", FeedbackSource.class, Feedback::source, Feedback.Builder::source)
            .date("received_on", Feedback::receivedOn, Feedback.Builder::receivedOn)
            .optionalIdentifier("case_id", Feedback::caseId, CaseId::new, Feedback.Builder::caseId)
            .optionalYesOrNo("positive", Feedback::positive, Feedback.Builder::positive)
            .optionalDate("acknowledged_on", Feedback::acknowledgedOn, Feedback.Builder::acknowledgedOn)
            .optionalDate("responded_on", Feedback::respondedOn, Feedback.Builder::respondedOn);

    static final RowBinding<Absence, Absence.Builder> ABSENCES = new RowBinding<>(
                    ExtractTable.ABSENCES, Absence::builder, Absence.Builder::build)
            .identifier("adviser_id", Absence::adviserId, AdviserId::new, Absence.Builder::adviserId)
            .date("from", Absence::from, Absence.Builder::from)
            .date("to", Absence::to, Absence.Builder::to)
            .optionalText("reason", Absence::reason, Absence.Builder::reason);

    static final RowBinding<Check, Check.Builder> CHECKS = new RowBinding<>(
                    ExtractTable.CHECKS, Check::builder, Check.Builder::build)
            .identifier("case_id", Check::caseId, CaseId::new, Check.Builder::caseId)
            .code("kind", CheckKind.class, Check::kind, Check.Builder::kind)
            .date("requested_on", Check::requestedOn, Check.Builder::requestedOn)
            .optionalDate("returned_on", Check::returnedOn, Check.Builder::returnedOn);

    static final RowBinding<SurveyQuestion, SurveyQuestion.Builder> SURVEY = new RowBinding<>(
                    ExtractTable.SURVEY, SurveyQuestion::builder, SurveyQuestion.Builder::build)
            .text("survey", SurveyQuestion::survey, SurveyQuestion.Builder::survey)
            .text("question", SurveyQuestion::question, SurveyQuestion.Builder::question)
            .date("closed_on", SurveyQuestion::closedOn, SurveyQuestion.Builder::closedOn)
            .count("invited", SurveyQuestion::invited, SurveyQuestion.Builder::invited)
            .count("responses", SurveyQuestion::responses, SurveyQuestion.Builder::responses)
            .count("agreed", SurveyQuestion::agreed, SurveyQuestion.Builder::agreed);

    static final RowBinding<Post, Post.Builder> POSTS = new RowBinding<>(
                    ExtractTable.POSTS, Post::builder, Post.Builder::build)
            .identifier("area_code", Post::areaCode, AreaCode::new, Post.Builder::areaCode)
            .code("role", Role.class, Post::role, Post.Builder::role)
            .code("team", Team.class, Post::team, Post.Builder::team)
            .decimal("fte", Post::fte, Post.Builder::fte)
            .date("from", Post::from, Post.Builder::from)
            .optionalDate("to", Post::to, Post.Builder::to);

    static final RowBinding<Rating, Rating.Builder> RATINGS = new RowBinding<>(
                    ExtractTable.RATINGS, Rating::builder, Rating.Builder::build)
            .text("subject", Rating::subject, Rating.Builder::subject)
            .code("scale", RatingScale.class, Rating::scale, Rating.Builder::scale)
            .code("rating", RatingCode.class, Rating::rating, Rating.Builder::rating)
            .date("rated_on", Rating::ratedOn, Rating.Builder::ratedOn)
            .optionalCode("pillar", Pillar.class, Rating::pillar, Rating.Builder::pillar)
            .optionalIdentifier("area_code", Rating::areaCode, AreaCode::new, Rating.Builder::areaCode)
            .optionalText("reason", Rating::reason, Rating.Builder::reason);

    /** The bindings of all tables, in table order. */
    static final List<RowBinding<?, ?>> ALL = List.of(
            AREAS,
            ADVISERS,
            CASES,
            CHILDREN,
            ALLOCATIONS,
            HEARINGS,
            REPORTS,
            AUDITS,
            ANSWERS,
            FEEDBACK,
            ABSENCES,
            CHECKS,
            SURVEY,
            POSTS,
            RATINGS);

    private final ExtractTable table;
    private final Supplier<B> builder;
    private final Function<B, T> build;
    private final List<Field<T, B>> fields = new ArrayList<>();

    private RowBinding(ExtractTable table, Supplier<B> builder, Function<B, T> build) {
        this.table = table;
        this.builder = builder;
        this.build = build;
    }

    ExtractTable table() {
        return table;
    }

    /** Writes a value's attributes into the cells of a row. */
    void write(T value, Cells cells) {
        cells.clear();
        for (Field<T, B> field : fields) {
            field.write(value, cells);
        }
    }

    /** The value of a row. */
    T read(Extract extract, int row) {
        Columns columns = extract.columns(table);
        B attributes = builder.get();
        for (Field<T, B> field : fields) {
            field.read(extract, columns, row, attributes);
        }
        return build.apply(attributes);
    }

    private interface Field<T, B> {
        void write(T value, Cells cells);

        void read(Extract extract, Columns columns, int row, B attributes);
    }

    /** Sets a cell to what a value says. */
    private interface Put<V> {
        void into(Cells cells, int column, V value);

        static <V> Put<V> text(Function<V, String> text) {
            return (cells, column, value) -> cells.put(column, text.apply(value));
        }
    }

    private <V> RowBinding<T, B> field(
            String name, Function<T, @Nullable V> get, Put<V> put, Function<Object, V> parse, BiConsumer<B, V> set) {
        int column = table.indexOf(name);
        fields.add(new Field<>() {
            @Override
            public void write(T value, Cells cells) {
                V attribute = get.apply(value);
                if (attribute != null) {
                    put.into(cells, column, attribute);
                }
            }

            @Override
            public void read(Extract extract, Columns columns, int row, B attributes) {
                Object stored = extract.value(columns, column, row);
                if (stored != null) {
                    set.accept(attributes, parse.apply(stored));
                }
            }
        });
        return this;
    }

    private static <T, V> Function<T, @Nullable V> unwrapped(Function<T, Optional<V>> get) {
        return value -> get.apply(value).orElse(null);
    }

    private <V extends Identifier> RowBinding<T, B> identifier(
            String name, Function<T, V> get, Function<String, V> make, BiConsumer<B, V> set) {
        return field(name, get::apply, Put.text(Identifier::value), stored -> make.apply((String) stored), set);
    }

    private <V extends Identifier> RowBinding<T, B> optionalIdentifier(
            String name, Function<T, Optional<V>> get, Function<String, V> make, BiConsumer<B, V> set) {
        return field(name, unwrapped(get), Put.text(Identifier::value), stored -> make.apply((String) stored), set);
    }

    private <V extends Enum<V> & Code> RowBinding<T, B> code(
            String name, Class<V> type, Function<T, V> get, BiConsumer<B, V> set) {
        return field(name, get::apply, words(type), type::cast, set);
    }

    private <V extends Enum<V> & Code> RowBinding<T, B> optionalCode(
            String name, Class<V> type, Function<T, Optional<V>> get, BiConsumer<B, V> set) {
        return field(name, unwrapped(get), words(type), type::cast, set);
    }

    private static <V extends Enum<V> & Code> Put<V> words(Class<V> type) {
        String[] words = Arrays.stream(type.getEnumConstants()).map(Code::code).toArray(String[]::new);
        return Put.text(code -> words[code.ordinal()]);
    }

    private RowBinding<T, B> text(String name, Function<T, String> get, BiConsumer<B, String> set) {
        return field(name, get::apply, Cells::put, String.class::cast, set);
    }

    private RowBinding<T, B> optionalText(String name, Function<T, Optional<String>> get, BiConsumer<B, String> set) {
        return field(name, unwrapped(get), Cells::put, String.class::cast, set);
    }

    private RowBinding<T, B> date(String name, Function<T, LocalDate> get, BiConsumer<B, LocalDate> set) {
        return field(name, get::apply, Cells::put, LocalDate.class::cast, set);
    }

    private RowBinding<T, B> optionalDate(
            String name, Function<T, Optional<LocalDate>> get, BiConsumer<B, LocalDate> set) {
        return field(name, unwrapped(get), Cells::put, LocalDate.class::cast, set);
    }

    private RowBinding<T, B> yesOrNo(String name, Function<T, Boolean> get, BiConsumer<B, Boolean> set) {
        return field(name, get::apply, Put.text(Object::toString), Boolean.class::cast, set);
    }

    private RowBinding<T, B> optionalYesOrNo(
            String name, Function<T, Optional<Boolean>> get, BiConsumer<B, Boolean> set) {
        return field(name, unwrapped(get), Put.text(Object::toString), Boolean.class::cast, set);
    }

    private RowBinding<T, B> count(String name, Function<T, Integer> get, BiConsumer<B, Integer> set) {
        return field(name, get::apply, Put.text(Object::toString), Integer.class::cast, set);
    }

    private RowBinding<T, B> decimal(String name, Function<T, BigDecimal> get, BiConsumer<B, BigDecimal> set) {
        return field(name, get::apply, Put.text(CellParser::plain), BigDecimal.class::cast, set);
    }

    private RowBinding<T, B> optionalDecimal(
            String name, Function<T, Optional<BigDecimal>> get, BiConsumer<B, BigDecimal> set) {
        return field(name, unwrapped(get), Put.text(CellParser::plain), BigDecimal.class::cast, set);
    }
}
