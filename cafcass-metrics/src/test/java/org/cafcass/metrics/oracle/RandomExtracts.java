package org.cafcass.metrics.oracle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
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
import org.cafcass.model.Employment;
import org.cafcass.model.EngagementMode;
import org.cafcass.model.Feedback;
import org.cafcass.model.FeedbackId;
import org.cafcass.model.FeedbackKind;
import org.cafcass.model.FeedbackSource;
import org.cafcass.model.Hearing;
import org.cafcass.model.HearingKind;
import org.cafcass.model.Post;
import org.cafcass.model.Report;
import org.cafcass.model.ReportId;
import org.cafcass.model.ReportKind;
import org.cafcass.model.Role;
import org.cafcass.model.SurveyQuestion;
import org.cafcass.model.Team;
import org.cafcass.model.extract.Extract;
import org.cafcass.model.extract.ExtractTable;

/**
 * Small valid extracts, made at random, with their days crowded around the boundaries that the measures have, and questions to
 * ask of them.
 *
 * <p>An extract is made of a plan: for every table some rows of numbers, from which the cells are chosen; 0 is the plainest choice
 * (no optional cell). A plan comes from a seed or from jqwik, which shrinks it by dropping rows and lowering numbers.
 */
final class RandomExtracts {
    /** The most rows of each table. */
    private static final Map<ExtractTable, Integer> MOST_ROWS = new EnumMap<>(ExtractTable.class);

    static {
        MOST_ROWS.put(ExtractTable.AREAS, 4);
        MOST_ROWS.put(ExtractTable.ADVISERS, 9);
        MOST_ROWS.put(ExtractTable.CASES, 45);
        MOST_ROWS.put(ExtractTable.CHILDREN, 40);
        MOST_ROWS.put(ExtractTable.ALLOCATIONS, 50);
        MOST_ROWS.put(ExtractTable.HEARINGS, 25);
        MOST_ROWS.put(ExtractTable.REPORTS, 45);
        MOST_ROWS.put(ExtractTable.AUDITS, 30);
        MOST_ROWS.put(ExtractTable.ANSWERS, 25);
        MOST_ROWS.put(ExtractTable.FEEDBACK, 25);
        MOST_ROWS.put(ExtractTable.ABSENCES, 10);
        MOST_ROWS.put(ExtractTable.CHECKS, 20);
        MOST_ROWS.put(ExtractTable.SURVEY, 4);
        MOST_ROWS.put(ExtractTable.POSTS, 6);
    }

    private static final int MOST_NUMBER = 9_999;
    private static final int NUMBERS_A_ROW = 40;

    /** Leap day, financial year's end, a year's end, Easter Monday, month ends, a plain day, the last day that the calendar knows. */
    private static final List<LocalDate> LAST_DAYS = List.of(
            LocalDate.of(2025, 3, 31),
            LocalDate.of(2024, 2, 29),
            LocalDate.of(2025, 2, 28),
            LocalDate.of(2024, 12, 31),
            LocalDate.of(2025, 4, 21),
            LocalDate.of(2024, 5, 31),
            LocalDate.of(2024, 8, 28),
            LocalDate.of(2028, 12, 31));

    /** Days before or after one of the days that matter. */
    private static final int[] BOUNDARIES = {
        0, 0, 0, -1, 1, 0, -1, 1, -2, 2, -3, 3, 4, -7, -13, -14, -15, -16, -20, -21, -22, -27, -28, -29, -55, -56, -57,
        -58, -59, -60, 41, 42, 43, -89, -90, -91, -92, -181, -182, -183, -363, -364, -365, -366, -699, -700, -701
    };

    private static final int[] STRETCHES = {
        0, 1, 2, 3, 4, 10, 14, 15, 21, 28, 41, 42, 43, 56, 57, 58, 181, 182, 183, 364, 700
    };
    private static final List<String> FTES = List.of(
            "1",
            "0.5",
            "0.8",
            "0.05",
            "0.04",
            "1.5",
            "0.6",
            "0.333333333333333333",
            "0.0000001",
            "1.4999999999999999999");
    private static final List<String> REGIONS = List.of("North", "South; East=1%", "\uFF5Eest", "\uD83D\uDE00 Isles");
    private static final List<String> REASONS =
            List.of("covid-19", "stress", "back = bad; 50%", "\uD83D\uDE37", "\uFF5E");
    private static final List<String> QUESTIONS = List.of("voice", "safe; sound", "plan", "\uD83D\uDE00", "\uFF5E");

    private RandomExtracts() {}

    /** An extract and a question about it. */
    record Sample(Extract extract, LocalDate first, LocalDate last, LocalDate asAt, Set<LocalDate> closures) {
        Sample asAt(LocalDate day) {
            return new Sample(extract, first, last, day, closures);
        }

        Sample over(LocalDate from, LocalDate to) {
            return new Sample(extract, from, to, asAt, closures);
        }

        /** The same rows in another order. */
        Sample shuffled(Random random) {
            return new Sample(Rows.of(extract).shuffled(random), first, last, asAt, closures);
        }

        @Override
        public String toString() {
            Rows rows = Rows.of(extract);
            return "period " + first + "/" + last + ", as at " + asAt + ", closures " + closures
                    + Arrays.stream(rows.toString().split("(?=[,\\[] *[A-Z][A-Za-z]+\\{)"))
                            .map(row -> "\n  " + row)
                            .collect(Collectors.joining());
        }
    }

    /** The sample of a seed. */
    static Sample sample(long seed) {
        Random random = new Random(seed);
        Map<ExtractTable, List<List<Integer>>> rows = new EnumMap<>(ExtractTable.class);
        // now and then a quarter of the rows or none, so that cells stay empty and small numbers come up
        int share = List.of(4, 4, 4, 2, 1).get(random.nextInt(5));
        MOST_ROWS.forEach((table, most) -> rows.put(table, numbers(random, random.nextInt(most * share / 4 + 1))));
        return new Plan(numbers(random, 1).get(0), rows).sample();
    }

    private static List<List<Integer>> numbers(Random random, int rows) {
        List<List<Integer>> numbers = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            List<Integer> ofRow = new ArrayList<>();
            for (int i = 0; i < NUMBERS_A_ROW; i++) {
                ofRow.add(random.nextInt(MOST_NUMBER + 1));
            }
            numbers.add(ofRow);
        }
        return numbers;
    }

    /** Samples that shrink. */
    static Arbitrary<Sample> samples() {
        Arbitrary<List<Integer>> row = Arbitraries.integers()
                .between(0, MOST_NUMBER)
                .withDistribution(RandomDistribution.uniform())
                .withoutEdgeCases()
                .list()
                .ofSize(NUMBERS_A_ROW);
        List<ExtractTable> tables = List.copyOf(MOST_ROWS.keySet());
        List<Arbitrary<List<List<Integer>>>> ofTables = tables.stream()
                .map(table -> row.list()
                        .ofMinSize(0)
                        .ofMaxSize(MOST_ROWS.get(table))
                        .withSizeDistribution(RandomDistribution.uniform())
                        .withoutEdgeCases())
                .toList();
        Arbitrary<Map<ExtractTable, List<List<Integer>>>> rows = Combinators.combine(ofTables)
                .as(lists -> {
                    Map<ExtractTable, List<List<Integer>>> byTable = new EnumMap<>(ExtractTable.class);
                    for (int i = 0; i < tables.size(); i++) {
                        byTable.put(tables.get(i), lists.get(i));
                    }
                    return byTable;
                });
        return Combinators.combine(row, rows).as((setting, byTable) -> new Plan(setting, byTable).sample());
    }

    /** The numbers of one row, taken one after the other. */
    private static final class Choices {
        private final List<Integer> numbers;
        private int next;

        Choices(List<Integer> numbers) {
            this.numbers = numbers;
        }

        int below(int bound) {
            return numbers.get(next++ % numbers.size()) % bound;
        }

        /** True so many times in a hundred; a low number is false. */
        boolean percent(int percent) {
            return below(100) >= 100 - percent;
        }

        <T> T of(List<T> values) {
            return values.get(below(values.size()));
        }

        <T> T of(T[] values) {
            return values[below(values.length)];
        }

        <T> Optional<T> sometimes(int percent, T value) {
            return percent(percent) ? Optional.of(value) : Optional.empty();
        }

        Optional<Boolean> answer() {
            return switch (below(3)) {
                case 0 -> Optional.empty();
                case 1 -> Optional.of(true);
                default -> Optional.of(false);
            };
        }
    }

    /** What a sample is made of. */
    private static final class Plan {
        private final Choices setting;
        private final Map<ExtractTable, List<List<Integer>>> plans;
        private final Extract.Builder builder = Extract.builder();
        private final List<LocalDate> anchors;
        private final LocalDate first;
        private final LocalDate last;
        private final LocalDate asAt;
        private final Set<LocalDate> closures;
        /** Every case is open and the first adviser holds nearly all of them, so that caseloads reach their thresholds. */
        private final boolean crowded;

        private final List<AreaCode> areas = new ArrayList<>();
        private final List<AdviserId> advisers = new ArrayList<>();
        private final List<ChildrensCase> cases = new ArrayList<>();
        private final List<Audit> audits = new ArrayList<>();

        Plan(List<Integer> settingNumbers, Map<ExtractTable, List<List<Integer>>> plans) {
            setting = new Choices(settingNumbers);
            this.plans = plans;
            last = setting.of(LAST_DAYS);
            first = switch (setting.below(6)) {
                case 0 -> last.plusDays(1).minusMonths(12);
                case 1 -> last.plusDays(1).minusMonths(3);
                case 2 -> last.withDayOfMonth(1);
                case 3 -> last;
                case 4 -> last.minusDays(9);
                default -> LocalDate.of(last.getYear() - 2, 4, 1);
            };
            asAt = switch (setting.below(6)) {
                case 0, 1, 2 -> last;
                case 3 -> last.minusDays(1);
                case 4 -> last.plusDays(1);
                default -> last.minusMonths(3);
            };
            anchors = List.of(
                    last,
                    asAt,
                    first,
                    last,
                    asAt,
                    asAt.plusDays(1).minusMonths(3),
                    asAt.plusDays(1).minusMonths(12),
                    YearMonth.from(last).minusMonths(1).atEndOfMonth(),
                    LocalDate.of(2024, 2, 29),
                    LocalDate.of(2024, 12, 24));
            closures = setting.percent(30) ? Set.of(last.minusDays(1), LocalDate.of(2024, 12, 27)) : Set.of();
            crowded = setting.percent(25);
        }

        Sample sample() {
            addAreas();
            addAdvisers();
            addCases();
            addChildren();
            for (ExtractTable table : ExtractTable.values()) {
                if (!MOST_ROWS.containsKey(table)) {
                    continue;
                }
                if (table.required()) {
                    builder.present(table);
                } else if (!setting.percent(8)) {
                    builder.present(table);
                    addRows(table);
                }
            }
            return new Sample(builder.build(), first, last, asAt, closures);
        }

        private List<Choices> rows(ExtractTable table) {
            return plans.get(table).stream().map(Choices::new).toList();
        }

        private void addRows(ExtractTable table) {
            switch (table) {
                case ALLOCATIONS -> addAllocations();
                case HEARINGS -> addHearings();
                case REPORTS -> addReports();
                case AUDITS -> addAudits();
                case ANSWERS -> addAnswers();
                case FEEDBACK -> addFeedback();
                case ABSENCES -> addAbsences();
                case CHECKS -> addChecks();
                case SURVEY -> addSurvey();
                case POSTS -> addPosts();
                default -> throw new AssertionError(table);
            }
        }

        // days

        private LocalDate day(Choices choices) {
            LocalDate anchor = choices.of(anchors);
            return choices.percent(25)
                    ? anchor.plusDays(choices.below(900) - 700)
                    : anchor.plusDays(BOUNDARIES[choices.below(BOUNDARIES.length)]);
        }

        /** A day on or after another. */
        private LocalDate dayFrom(LocalDate start, Choices choices) {
            if (choices.percent(40)) {
                return start.plusDays(STRETCHES[choices.below(STRETCHES.length)]);
            }
            LocalDate day = day(choices);
            return day.isBefore(start) ? start : day;
        }

        private Optional<LocalDate> perhapsFrom(int percent, LocalDate start, Choices choices) {
            return choices.percent(percent) ? Optional.of(dayFrom(start, choices)) : Optional.empty();
        }

        private Optional<LocalDate> perhaps(int percent, Choices choices) {
            return choices.percent(percent) ? Optional.of(day(choices)) : Optional.empty();
        }

        // rows

        private void addAreas() {
            List<Choices> rows = new ArrayList<>(rows(ExtractTable.AREAS));
            rows.add(0, new Choices(List.of(0)));
            for (Choices choices : rows) {
                AreaCode code = new AreaCode(areas.size() == 3 ? "A=4;%" : "A" + (areas.size() + 1));
                areas.add(code);
                builder.add(Area.builder()
                        .areaCode(code)
                        .name("Area")
                        .region(choices.of(REGIONS))
                        .build());
            }
        }

        private void addAdvisers() {
            for (Choices choices : rows(ExtractTable.ADVISERS)) {
                AdviserId id = new AdviserId("W" + advisers.size());
                advisers.add(id);
                boolean holdsAll = crowded && advisers.size() == 1;
                LocalDate started = holdsAll || choices.percent(50) ? LocalDate.of(2019, 9, 2) : day(choices);
                builder.add(Adviser.builder()
                        .adviserId(id)
                        .role(choices.percent(60) ? Role.FAMILY_COURT_ADVISER : choices.of(Role.values()))
                        .employment(choices.of(Employment.values()))
                        .team(choices.of(Team.values()))
                        .areaCode(choices.of(areas))
                        .fte(new BigDecimal(choices.of(FTES)))
                        .startedOn(started)
                        .leftOn(holdsAll ? Optional.empty() : perhapsFrom(35, started, choices))
                        .build());
            }
        }

        private void addCases() {
            for (Choices choices : rows(ExtractTable.CASES)) {
                LocalDate received = crowded ? asAt.minusDays(choices.below(800)) : day(choices);
                Application application = choices.of(Application.values());
                ChildrensCase aCase = ChildrensCase.builder()
                        .caseId(new CaseId("C" + cases.size()))
                        .law(application.law())
                        .application(application)
                        .areaCode(choices.of(areas))
                        .receivedOn(received)
                        .firstHearingOn(perhapsFrom(40, received, choices))
                        .furtherWorkOrderedOn(perhaps(30, choices))
                        .rule164On(perhaps(20, choices))
                        .highRisk(choices.percent(10))
                        .closedOn(crowded ? Optional.empty() : perhapsFrom(45, received, choices))
                        .previousCaseId(choices.sometimes(20, new CaseId("C" + choices.below(50))))
                        .build();
                cases.add(aCase);
                builder.add(aCase);
            }
        }

        private void addChildren() {
            Set<List<Object>> seen = new HashSet<>();
            for (Choices choices : rows(ExtractTable.CHILDREN)) {
                if (cases.isEmpty()) {
                    return;
                }
                ChildId child = new ChildId("K" + choices.below(12));
                CaseId aCase = choices.of(cases).caseId();
                if (seen.add(List.of(child, aCase))) {
                    builder.add(Child.builder()
                            .childId(child)
                            .caseId(aCase)
                            .engagementEligible(choices.answer())
                            .engagementRecordedOn(perhaps(60, choices))
                            .engagementMode(choices.sometimes(80, choices.of(EngagementMode.values())))
                            .build());
                }
            }
        }

        private void addAllocations() {
            List<Allocation> standing = new ArrayList<>();
            if (crowded && !advisers.isEmpty()) {
                AllocationKind kind = setting.percent(75) ? AllocationKind.LEAD : AllocationKind.DUTY;
                for (ChildrensCase aCase : cases) {
                    standing.add(Allocation.builder()
                            .caseId(aCase.caseId())
                            .kind(kind)
                            .adviserId(advisers.get(0))
                            .from(aCase.receivedOn())
                            .build());
                }
            }
            for (Choices choices : rows(ExtractTable.ALLOCATIONS)) {
                if (cases.isEmpty()) {
                    return;
                }
                ChildrensCase aCase = choices.of(cases);
                AllocationKind kind = choices.percent(40) ? AllocationKind.LEAD : choices.of(AllocationKind.values());
                boolean needsAdviser = kind == AllocationKind.LEAD || kind == AllocationKind.SUPPORT;
                if (needsAdviser && advisers.isEmpty()) {
                    continue;
                }
                LocalDate from = kind == AllocationKind.SUPPORT ? day(choices) : dayFrom(aCase.receivedOn(), choices);
                Optional<AdviserId> adviser = advisers.isEmpty() || (!needsAdviser && choices.percent(30))
                        ? Optional.empty()
                        : Optional.of(advisers.get(Math.min(choices.below(advisers.size()), choices.below(9))));
                Allocation allocation = Allocation.builder()
                        .caseId(aCase.caseId())
                        .kind(kind)
                        .adviserId(adviser)
                        .from(from)
                        .to(perhapsFrom(40, from, choices))
                        .build();
                if (kind == AllocationKind.SUPPORT
                        || standing.stream().noneMatch(other -> overlap(other, allocation))) {
                    standing.add(allocation);
                }
            }
            standing.forEach(builder::add);
        }

        private static boolean overlap(Allocation left, Allocation right) {
            LocalDate leftTo = left.to().orElse(LocalDate.MAX);
            LocalDate rightTo = right.to().orElse(LocalDate.MAX);
            return left.caseId().equals(right.caseId())
                    && left.kind() != AllocationKind.SUPPORT
                    && left.from().isBefore(leftTo)
                    && right.from().isBefore(rightTo)
                    && left.from().isBefore(rightTo)
                    && right.from().isBefore(leftTo);
        }

        private void addHearings() {
            for (Choices choices : rows(ExtractTable.HEARINGS)) {
                if (cases.isEmpty()) {
                    return;
                }
                LocalDate listed = day(choices);
                builder.add(Hearing.builder()
                        .caseId(choices.of(cases).caseId())
                        .kind(choices.of(HearingKind.values()))
                        .listedOn(listed)
                        .hearingOn(choices.percent(70) ? asAt.plusDays(choices.below(5) + 40) : day(choices))
                        .vacatedOn(perhapsFrom(25, listed, choices))
                        .build());
            }
        }

        private void addReports() {
            int number = 0;
            for (Choices choices : rows(ExtractTable.REPORTS)) {
                if (cases.isEmpty()) {
                    return;
                }
                LocalDate ordered = day(choices);
                builder.add(Report.builder()
                        .reportId(new ReportId("R" + number++))
                        .caseId(choices.of(cases).caseId())
                        .kind(choices.of(ReportKind.values()))
                        .orderedOn(ordered)
                        .firstAgreedOn(perhapsFrom(60, ordered, choices))
                        .agreedOn(perhapsFrom(50, ordered, choices))
                        .filedOn(perhapsFrom(60, ordered, choices))
                        .build());
            }
        }

        private void addAudits() {
            for (Choices choices : rows(ExtractTable.AUDITS)) {
                if (advisers.isEmpty()) {
                    return;
                }
                AuditScale scale = choices.percent(25) ? AuditScale.UNTIL_2022 : AuditScale.SINCE_2022;
                Audit audit = Audit.builder()
                        .auditId(new AuditId("U" + audits.size()))
                        .caseId(
                                cases.isEmpty()
                                        ? Optional.empty()
                                        : choices.sometimes(
                                                70, choices.of(cases).caseId()))
                        .adviserId(choices.of(advisers))
                        .auditedOn(choices.percent(50) ? last.minusDays(choices.below(40)) : day(choices))
                        .source(choices.of(AuditSource.values()))
                        .scale(scale)
                        .grade(choices.sometimes(75, choices.of(scale.grades())))
                        .moderatedGrade(choices.sometimes(60, choices.of(scale.grades())))
                        .collaborative(choices.answer())
                        .childFeedback(choices.answer())
                        .adultFeedback(choices.answer())
                        .introductionLetter(choices.answer())
                        .recommendationsShared(choices.answer())
                        .significantLearning(choices.answer())
                        .improvementAgreedOn(perhaps(50, choices))
                        .build();
                audits.add(audit);
                builder.add(audit);
            }
        }

        private void addAnswers() {
            Set<List<Object>> seen = new HashSet<>();
            for (Choices choices : rows(ExtractTable.ANSWERS)) {
                if (audits.isEmpty()) {
                    return;
                }
                AuditId audit = choices.of(audits).auditId();
                String question = choices.of(QUESTIONS);
                if (seen.add(List.of(audit, question))) {
                    builder.add(Answer.builder()
                            .auditId(audit)
                            .question(question)
                            .answer(choices.of(AnswerCode.values()))
                            .build());
                }
            }
        }

        private void addFeedback() {
            int number = 0;
            for (Choices choices : rows(ExtractTable.FEEDBACK)) {
                LocalDate received = day(choices);
                builder.add(Feedback.builder()
                        .feedbackId(new FeedbackId("F" + number++))
                        .kind(choices.of(FeedbackKind.values()))
                        .source(choices.of(FeedbackSource.values()))
                        .receivedOn(received)
                        .caseId(
                                cases.isEmpty()
                                        ? Optional.empty()
                                        : choices.sometimes(
                                                65, choices.of(cases).caseId()))
                        .positive(choices.answer())
                        .respondedOn(perhapsFrom(70, received, choices))
                        .build());
            }
        }

        private void addAbsences() {
            for (Choices choices : rows(ExtractTable.ABSENCES)) {
                if (advisers.isEmpty()) {
                    return;
                }
                LocalDate from = day(choices);
                builder.add(Absence.builder()
                        .adviserId(advisers.get(Math.min(choices.below(advisers.size()), choices.below(9))))
                        .from(from)
                        .to(choices.percent(60) ? from.plusDays(choices.below(12)) : dayFrom(from, choices))
                        .reason(choices.sometimes(80, choices.of(REASONS)))
                        .build());
            }
        }

        private void addChecks() {
            for (Choices choices : rows(ExtractTable.CHECKS)) {
                if (cases.isEmpty()) {
                    return;
                }
                LocalDate requested = day(choices);
                builder.add(Check.builder()
                        .caseId(choices.of(cases).caseId())
                        .kind(choices.percent(70) ? CheckKind.POLICE_LEVEL_1 : choices.of(CheckKind.values()))
                        .requestedOn(requested)
                        .returnedOn(perhapsFrom(70, requested, choices))
                        .build());
            }
        }

        private void addSurvey() {
            Set<List<Object>> seen = new HashSet<>();
            for (Choices choices : rows(ExtractTable.SURVEY)) {
                String survey = choices.of(List.of("2024", "2025"));
                String question = choices.of(QUESTIONS);
                int invited = choices.below(4);
                int responses = choices.below(invited + 1);
                if (seen.add(List.of(survey, question))) {
                    builder.add(SurveyQuestion.builder()
                            .survey(survey)
                            .question(question)
                            .closedOn(day(choices))
                            .invited(invited)
                            .responses(responses)
                            .agreed(choices.below(responses + 1))
                            .build());
                }
            }
        }

        private void addPosts() {
            for (Choices choices : rows(ExtractTable.POSTS)) {
                LocalDate from = day(choices);
                builder.add(Post.builder()
                        .areaCode(choices.of(areas))
                        .role(choices.of(Role.values()))
                        .team(choices.of(Team.values()))
                        .fte(new BigDecimal(choices.of(List.of("0", "1", "2.5", "0.333333333333333333", "12"))))
                        .from(from)
                        .to(perhapsFrom(30, from, choices))
                        .build());
            }
        }
    }
}
