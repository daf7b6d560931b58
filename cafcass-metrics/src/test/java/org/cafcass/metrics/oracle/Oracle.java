package org.cafcass.metrics.oracle;

import static org.cafcass.metrics.oracle.Records.by;
import static org.cafcass.model.AllocationKind.DUTY;
import static org.cafcass.model.AllocationKind.HUB;
import static org.cafcass.model.AllocationKind.LEAD;
import static org.cafcass.model.AllocationKind.SUPPORT;
import static org.cafcass.model.extract.ExtractTable.ABSENCES;
import static org.cafcass.model.extract.ExtractTable.ALLOCATIONS;
import static org.cafcass.model.extract.ExtractTable.ANSWERS;
import static org.cafcass.model.extract.ExtractTable.AUDITS;
import static org.cafcass.model.extract.ExtractTable.CHECKS;
import static org.cafcass.model.extract.ExtractTable.FEEDBACK;
import static org.cafcass.model.extract.ExtractTable.HEARINGS;
import static org.cafcass.model.extract.ExtractTable.POSTS;
import static org.cafcass.model.extract.ExtractTable.REPORTS;
import static org.cafcass.model.extract.ExtractTable.SURVEY;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.cafcass.metrics.oracle.PlainStatistics.Life;
import org.cafcass.metrics.oracle.Tally.Counted;
import org.cafcass.metrics.oracle.Worth.Part;
import org.cafcass.model.Absence;
import org.cafcass.model.Adviser;
import org.cafcass.model.AdviserId;
import org.cafcass.model.Allocation;
import org.cafcass.model.Answer;
import org.cafcass.model.AnswerCode;
import org.cafcass.model.Audit;
import org.cafcass.model.AuditScale;
import org.cafcass.model.AuditSource;
import org.cafcass.model.CaseId;
import org.cafcass.model.Check;
import org.cafcass.model.CheckKind;
import org.cafcass.model.Child;
import org.cafcass.model.ChildrensCase;
import org.cafcass.model.Employment;
import org.cafcass.model.EngagementMode;
import org.cafcass.model.Feedback;
import org.cafcass.model.FeedbackKind;
import org.cafcass.model.Grade;
import org.cafcass.model.Post;
import org.cafcass.model.Report;
import org.cafcass.model.ReportKind;
import org.cafcass.model.Role;
import org.cafcass.model.SurveyQuestion;
import org.cafcass.model.extract.Extract;
import org.cafcass.model.extract.ExtractTable;

/** Every measure of MEASURES.md, worked out from its definition over the rows of an extract: slow, and plainly right. */
public final class Oracle {
    /** The days that a figure is about. */
    private enum Span {
        PERIOD,
        AS_AT,
        THREE_MONTHS_TO_AS_AT,
        TWELVE_MONTHS_TO_AS_AT
    }

    private record Definition(
            String unit,
            Span span,
            Set<String> keys,
            Set<String> carriedKeys,
            Set<ExtractTable> files,
            Function<Records, Tally<?>> tally) {}

    private static final Set<String> CASE = Set.of("law", "application", "region", "area", "rule_16_4");
    private static final Set<String> OPEN_CASE = plus(CASE, "stage", "holder");
    private static final Set<String> CLOSED_CASE = plus(CASE, "completion");
    private static final Set<String> FLOW = Set.of("law", "application", "region", "area");
    private static final Set<String> REPORT = plus(CASE, "report");
    private static final Set<String> CHECK = FLOW;
    private static final Set<String> FEEDBACK_ROW = Set.of("source", "law", "region", "area");
    private static final Set<String> AUDIT =
            Set.of("source", "team", "role", "employment", "law", "application", "area", "region");
    private static final Set<String> ANSWER = Set.of("source", "law", "area", "region");
    private static final Set<String> ADVISER = Set.of("team", "employment", "area", "region");
    private static final Set<String> STAFF = Set.of("team", "role", "employment", "area", "region");
    private static final Set<String> ESTABLISHMENT = Set.of("team", "role", "area", "region");

    private static final double PERCENT = 100;

    private static final Map<String, Definition> DEFINITIONS = new TreeMap<>();

    static {
        demand();
        stock();
        flow();
        duration();
        filing();
        allocation();
        caseload();
        audit();
        engagementFeedbackAndChecks();
        workforceAndSurvey();
    }

    private Oracle() {}

    /** Every measure but the two that need a weighting scheme. */
    public static Set<String> measures() {
        return Collections.unmodifiableSet(DEFINITIONS.keySet());
    }

    /** Every key by which a measure can be broken down, without those that it always carries. */
    public static Set<String> keys(String measure) {
        return definition(measure).keys();
    }

    /** The keys that a measure always carries. */
    public static Set<String> carriedKeys(String measure) {
        return definition(measure).carriedKeys();
    }

    /**
     * All figures of a measure by some keys, sorted as the CSV is.
     *
     * @param workingDay says of a day whether it is a working day; a {@link DateTimeException} where that isn't known
     * @throws IllegalArgumentException if there is no such measure or it doesn't have one of the keys
     */
    public static List<OracleFigure> figures(
            Extract extract,
            Predicate<LocalDate> workingDay,
            String measure,
            Set<String> keys,
            LocalDate periodFirst,
            LocalDate periodLast,
            LocalDate asAt) {
        return figures(Rows.of(extract), workingDay, measure, keys, periodFirst, periodLast, asAt);
    }

    static List<OracleFigure> figures(
            Rows rows,
            Predicate<LocalDate> workingDay,
            String measure,
            Set<String> keys,
            LocalDate periodFirst,
            LocalDate periodLast,
            LocalDate asAt) {
        Definition definition = definition(measure);
        Set<String> asked = new TreeSet<>(keys);
        asked.removeAll(definition.carriedKeys());
        if (!definition.keys().containsAll(asked)) {
            throw new IllegalArgumentException(measure + " has only the keys " + definition.keys());
        }
        LocalDate first = switch (definition.span()) {
            case PERIOD -> periodFirst;
            case AS_AT -> asAt;
            case THREE_MONTHS_TO_AS_AT -> asAt.plusDays(1).minusMonths(3);
            case TWELVE_MONTHS_TO_AS_AT -> asAt.plusDays(1).minusMonths(12);
        };
        LocalDate last = definition.span() == Span.PERIOD ? periodLast : asAt;
        OracleFigure notAvailable =
                figure(measure, definition, first, last, new TreeMap<>(), Worth.NOTHING, "not_available");
        if (!definition.files().stream().allMatch(rows::has)) {
            return List.of(notAvailable);
        }
        // 'Where only a breakdown's file is missing, that breakdown is left out': no row of it, not the whole instead.
        if ((asked.contains("holder") && !rows.has(ALLOCATIONS)) || (asked.contains("report") && !rows.has(REPORTS))) {
            return List.of();
        }
        Records records = new Records(rows, workingDay, first, last);
        try {
            return definition.tally().apply(records).by(asked, records.filled()).stream()
                    .map(cell -> figure(
                            measure,
                            definition,
                            first,
                            last,
                            cell.breakdown(),
                            cell.worth(),
                            cell.worth().value().isPresent() ? "ok" : "empty"))
                    .sorted(OracleFigure.CSV_ORDER)
                    .toList();
        } catch (DateTimeException outsideTheCalendar) {
            return List.of(notAvailable);
        }
    }

    private static Definition definition(String measure) {
        Definition definition = DEFINITIONS.get(measure);
        if (definition == null) {
            throw new IllegalArgumentException("No such measure: " + measure);
        }
        return definition;
    }

    private static OracleFigure figure(
            String measure,
            Definition definition,
            LocalDate first,
            LocalDate last,
            SortedMap<String, String> breakdown,
            Worth worth,
            String status) {
        return new OracleFigure(
                measure,
                definition.unit(),
                first,
                last,
                breakdown,
                worth.value(),
                worth.numerator(),
                worth.denominator(),
                worth.lower(),
                worth.upper(),
                status);
    }

    private static void define(
            String measure,
            String unit,
            Span span,
            Set<String> keys,
            Set<ExtractTable> files,
            Function<Records, Tally<?>> tally) {
        DEFINITIONS.put(measure, new Definition(unit, span, keys, Set.of(), files, tally));
    }

    private static void defineCarrying(
            Set<String> carried,
            String measure,
            String unit,
            Set<String> keys,
            Set<ExtractTable> files,
            Function<Records, Tally<?>> tally) {
        DEFINITIONS.put(measure, new Definition(unit, Span.PERIOD, keys, carried, files, tally));
    }

    // the kinds of tally

    private static <T> Tally<T> count(List<T> rows, Function<T, Map<String, Set<String>>> keys) {
        return Tally.of(rows, keys, cell -> Worth.of(cell.size()));
    }

    private static <T> Tally<T> share(List<T> of, Function<T, Map<String, Set<String>>> keys, Predicate<T> those) {
        return Tally.of(
                of,
                keys,
                cell -> Worth.ratio(
                        cell.stream().map(row -> Part.share(those.test(row))).toList(), PERCENT, 1));
    }

    private static <T> Tally<T> mean(
            List<T> rows, Function<T, Map<String, Set<String>>> keys, Function<T, Long> days, double daysOfUnit) {
        return Tally.of(
                rows,
                keys,
                cell -> Worth.ratio(
                        cell.stream().map(row -> Part.of(days.apply(row), 1)).toList(), 1, daysOfUnit));
    }

    private static <T> Tally<T> quantile(
            List<T> rows, Function<T, Map<String, Set<String>>> keys, ToDoubleFunction<T> value, double p) {
        return Tally.of(
                rows,
                keys,
                cell -> Worth.of(PlainStatistics.quantile(
                        cell.stream().map(value::applyAsDouble).toList(), p)));
    }

    private static Tally<Child> distinct(List<Child> rows, Function<Child, Map<String, Set<String>>> keys) {
        return Tally.of(
                rows,
                keys,
                cell -> Worth.of(cell.stream().map(Child::childId).distinct().count()));
    }

    /** A ratio of sums to which rows of several kinds contribute. */
    private static Tally<Part> ratio(List<Counted<Part>> rows, double factor) {
        return new Tally<>(rows, List.of(Map.of()), (cell, keys) -> Worth.ratio(cell, factor, 1));
    }

    private static Counted<Part> part(Part part, Map<String, Set<String>> keys) {
        return new Counted<>(part, keys, Set.of());
    }

    private static BigDecimal decimal(long number) {
        return BigDecimal.valueOf(number);
    }

    private static Set<String> plus(Set<String> keys, String... more) {
        Set<String> all = new TreeSet<>(keys);
        Collections.addAll(all, more);
        return Collections.unmodifiableSet(all);
    }

    // the measures

    private static void demand() {
        define(
                "cases-received",
                "cases",
                Span.PERIOD,
                CASE,
                Set.of(),
                records -> count(records.casesReceived(), records::keysOf));
        define(
                "children-received",
                "children",
                Span.PERIOD,
                CASE,
                Set.of(),
                records -> count(records.childrenOf(records.casesReceived()), records::keysOfReceived));
        define(
                "distinct-children-received",
                "children",
                Span.PERIOD,
                CASE,
                Set.of(),
                records -> distinct(records.childrenOf(records.casesReceived()), records::keysOfReceived));
        define(
                "cases-returning-percent",
                "percent",
                Span.PERIOD,
                CASE,
                Set.of(),
                records -> share(
                        records.casesReceived(),
                        records::keysOf,
                        aCase -> aCase.previousCaseId().isPresent()));
        define("cases-received-per-working-day", "cases per working day", Span.PERIOD, CASE, Set.of(), records -> {
            long workingDays = records.workingDays(records.first, records.last.plusDays(1));
            return Tally.of(
                    records.casesReceived(),
                    records::keysOf,
                    cell -> Worth.ratio(List.of(Part.of(cell.size(), workingDays)), 1, 1));
        });
        define(
                "reports-ordered",
                "reports",
                Span.PERIOD,
                REPORT,
                Set.of(REPORTS),
                records -> count(reports(records, Report::orderedOn), records::keysOfOrdered));
    }

    private static List<Report> reports(Records records, Function<Report, LocalDate> day) {
        return records.rows.reports().stream()
                .filter(report -> records.inPeriod(day.apply(report)))
                .toList();
    }

    private static void stock() {
        openCases("open-cases", "open-children", 0);
        openCases("open-cases-52-weeks", "open-children-52-weeks", 364);
        openCases("open-cases-100-weeks", "open-children-100-weeks", 700);
        define(
                "distinct-open-children",
                "children",
                Span.AS_AT,
                OPEN_CASE,
                Set.of(),
                records -> distinct(records.childrenOf(records.openCases()), records::keysOfOpen));
        define(
                "open-age-mean-weeks",
                "weeks",
                Span.AS_AT,
                OPEN_CASE,
                Set.of(),
                records -> mean(records.openCases(), records::keysOfOpen, records::age, 7));
        define(
                "open-age-median-weeks",
                "weeks",
                Span.AS_AT,
                OPEN_CASE,
                Set.of(),
                records -> quantile(records.openCases(), records::keysOfOpen, aCase -> records.age(aCase) / 7.0, 0.5));

        Function<Records, Predicate<ChildrensCase>> ready = records ->
                aCase -> records.daysToNextHearing(aCase).map(days -> days < 42).orElse(false);
        Function<Records, Predicate<ChildrensCase>> ahead = records -> aCase ->
                records.daysToNextHearing(aCase).map(days -> days >= 42).orElse(false);
        Function<Records, Predicate<ChildrensCase>> unlisted =
                records -> aCase -> records.daysToNextHearing(aCase).isEmpty();
        reportDone("court-ready", ready);
        reportDone("hearing-ahead", ahead);
        reportDone("hearing-unlisted", unlisted);
        reportDonePercent("court-ready-percent", ready);
        reportDonePercent("hearing-ahead-percent", ahead);
    }

    private static void openCases(String cases, String children, int leastDays) {
        Function<Records, List<ChildrensCase>> open = records -> records.openCases().stream()
                .filter(aCase -> records.age(aCase) >= leastDays)
                .toList();
        define(
                cases,
                "cases",
                Span.AS_AT,
                OPEN_CASE,
                Set.of(),
                records -> count(open.apply(records), records::keysOfOpen));
        define(
                children,
                "children",
                Span.AS_AT,
                OPEN_CASE,
                Set.of(),
                records -> count(records.childrenOf(open.apply(records)), records::keysOfOpen));
    }

    private static void reportDone(String name, Function<Records, Predicate<ChildrensCase>> hearing) {
        Function<Records, List<ChildrensCase>> cases = records ->
                records.reportDone().stream().filter(hearing.apply(records)).toList();
        define(
                name + "-cases",
                "cases",
                Span.AS_AT,
                OPEN_CASE,
                Set.of(REPORTS, HEARINGS),
                records -> count(cases.apply(records), records::keysOfOpen));
        define(
                name + "-children",
                "children",
                Span.AS_AT,
                OPEN_CASE,
                Set.of(REPORTS, HEARINGS),
                records -> count(records.childrenOf(cases.apply(records)), records::keysOfOpen));
    }

    private static void reportDonePercent(String name, Function<Records, Predicate<ChildrensCase>> hearing) {
        define(
                name,
                "percent",
                Span.AS_AT,
                OPEN_CASE,
                Set.of(REPORTS, HEARINGS),
                records -> share(
                        records.openPrivateLawCases(),
                        records::keysOfOpen,
                        aCase -> records.reportDone().contains(aCase)
                                && hearing.apply(records).test(aCase)));
    }

    private static void flow() {
        define(
                "cases-closed",
                "cases",
                Span.PERIOD,
                CLOSED_CASE,
                Set.of(),
                records -> count(records.casesClosed(), records::keysOfClosed));
        define(
                "children-closed",
                "children",
                Span.PERIOD,
                CLOSED_CASE,
                Set.of(),
                records -> count(records.childrenOf(records.casesClosed()), records::keysOfClosed));
        // The row of these is what a case brings; a case received and closed in P is counted twice.
        define("net-change", "cases", Span.PERIOD, FLOW, Set.of(), records -> {
            List<Counted<Integer>> rows = new ArrayList<>();
            records.casesReceived().forEach(aCase -> rows.add(new Counted<>(1, records.keysOf(aCase), Set.of())));
            records.casesClosed().forEach(aCase -> rows.add(new Counted<>(-1, records.keysOf(aCase), Set.of())));
            return new Tally<>(
                    rows,
                    List.of(Map.of()),
                    (cell, keys) ->
                            Worth.of(cell.stream().mapToInt(Integer::intValue).sum()));
        });
        define(
                "clearance-rate-percent",
                "percent",
                Span.PERIOD,
                FLOW,
                Set.of(),
                records -> ratio(above(records, records.casesClosed(), records.casesReceived()), PERCENT));
        define(
                "disposition-time-days",
                "days",
                Span.PERIOD,
                FLOW,
                Set.of(),
                records -> ratio(
                        above(records, records.openCases(), records.casesClosed()),
                        Records.days(records.first, records.last) + 1));
    }

    private static List<Counted<Part>> above(Records records, List<ChildrensCase> above, List<ChildrensCase> below) {
        List<Counted<Part>> parts = new ArrayList<>();
        above.forEach(aCase -> parts.add(part(Part.of(1, 0), records.keysOf(aCase))));
        below.forEach(aCase -> parts.add(part(Part.of(0, 1), records.keysOf(aCase))));
        return parts;
    }

    private static void duration() {
        define(
                "duration-mean-weeks",
                "weeks",
                Span.PERIOD,
                CLOSED_CASE,
                Set.of(),
                records -> mean(records.casesClosed(), records::keysOfClosed, Records::duration, 7));
        durationQuantile("duration-median-weeks", 0.5);
        durationQuantile("duration-p90-weeks", 0.9);
        Predicate<ChildrensCase> inTime = aCase -> Records.duration(aCase) <= 182;
        define(
                "within-26-weeks-percent",
                "percent",
                Span.PERIOD,
                CLOSED_CASE,
                Set.of(),
                records -> share(records.casesClosed(), records::keysOfClosed, inTime));
        Function<Records, List<ChildrensCase>> closedInTime =
                records -> records.casesClosed().stream().filter(inTime).toList();
        define(
                "within-26-weeks-cases",
                "cases",
                Span.PERIOD,
                CLOSED_CASE,
                Set.of(),
                records -> count(closedInTime.apply(records), records::keysOfClosed));
        define(
                "within-26-weeks-children",
                "children",
                Span.PERIOD,
                CLOSED_CASE,
                Set.of(),
                records -> count(records.childrenOf(closedInTime.apply(records)), records::keysOfClosed));
        define("time-to-close-median-weeks", "weeks", Span.PERIOD, FLOW, Set.of(), records -> {
            List<ChildrensCase> seen = records.rows.cases().stream()
                    .filter(aCase -> by(records.last, aCase.receivedOn()))
                    .filter(aCase -> !by(records.first.minusDays(1), aCase.closedOn()))
                    .toList();
            return Tally.of(seen, records::keysOf, cell -> {
                PlainStatistics.Median median = PlainStatistics.medianTime(
                        cell.stream().map(aCase -> life(records, aCase)).toList());
                // Limits stand where the limits of the curve reach one half, also where the curve itself doesn't.
                return Worth.of(weeks(median.value())).within(weeks(median.lower()), weeks(median.upper()));
            });
        });
    }

    private static void durationQuantile(String measure, double p) {
        define(
                measure,
                "weeks",
                Span.PERIOD,
                CLOSED_CASE,
                Set.of(),
                records -> quantile(
                        records.casesClosed(), records::keysOfClosed, aCase -> Records.duration(aCase) / 7.0, p));
    }

    private static Life life(Records records, ChildrensCase aCase) {
        LocalDate received = aCase.receivedOn();
        LocalDate seenFrom = received.isAfter(records.first) ? received : records.first;
        boolean closed = by(records.last, aCase.closedOn());
        LocalDate seenTo = closed ? aCase.closedOn().orElseThrow() : records.last;
        return new Life(Records.days(received, seenFrom), Records.days(received, seenTo), closed);
    }

    private static OptionalDouble weeks(OptionalDouble days) {
        return days.isPresent() ? OptionalDouble.of(days.getAsDouble() / 7) : days;
    }

    private static void filing() {
        Function<Records, List<Report>> filed = records -> records.rows.reports().stream()
                .filter(report -> records.inPeriod(report.filedOn()))
                .toList();
        define(
                "reports-filed",
                "reports",
                Span.PERIOD,
                REPORT,
                Set.of(REPORTS),
                records -> count(filed.apply(records), records::keysOf));
        define(
                "filing-mean-working-weeks",
                "working weeks",
                Span.PERIOD,
                REPORT,
                Set.of(REPORTS),
                records -> mean(
                        filed.apply(records),
                        records::keysOf,
                        report -> records.workingDays(
                                report.orderedOn(), report.filedOn().orElseThrow()),
                        5));
        define(
                "filing-extended-percent",
                "percent",
                Span.PERIOD,
                REPORT,
                Set.of(REPORTS),
                records -> share(
                        filed.apply(records).stream()
                                .filter(report -> report.firstAgreedOn().isPresent())
                                .toList(),
                        records::keysOf,
                        report -> report.agreedOn()
                                .map(agreed ->
                                        agreed.isAfter(report.firstAgreedOn().orElseThrow()))
                                .orElse(false)));
        define(
                "filing-by-agreed-date-percent",
                "percent",
                Span.PERIOD,
                REPORT,
                Set.of(REPORTS),
                records -> share(
                        filed.apply(records).stream()
                                .filter(report -> agreedOn(report).isPresent())
                                .toList(),
                        records::keysOf,
                        report -> by(agreedOn(report).orElseThrow(), report.filedOn())));
        define(
                "filing-within-40-working-days-percent",
                "percent",
                Span.PERIOD,
                REPORT,
                Set.of(REPORTS),
                records -> share(
                        reports(records, Report::orderedOn).stream()
                                .filter(report -> report.kind() == ReportKind.CHILD_IMPACT)
                                .filter(report -> records.limitHasPassed(report.orderedOn(), 40))
                                .toList(),
                        records::keysOf,
                        report -> records.keptWithin(report.orderedOn(), report.filedOn(), 40)));
        define(
                "reports-overdue",
                "reports",
                Span.AS_AT,
                REPORT,
                Set.of(REPORTS),
                records -> count(
                        records.rows.reports().stream()
                                .filter(report -> Records.isOpen(records.caseOf(report.caseId()), records.last))
                                .filter(report -> by(records.last, report.orderedOn()))
                                .filter(report -> !by(records.last, report.filedOn()))
                                .filter(report -> by(records.last.minusDays(1), agreedOn(report)))
                                .toList(),
                        records::keysOf));
    }

    private static Optional<LocalDate> agreedOn(Report report) {
        return report.agreedOn().or(report::firstAgreedOn);
    }

    private static void allocation() {
        Function<Records, List<ChildrensCase>> firstLed = records -> records.rows.cases().stream()
                .filter(aCase -> records.inPeriod(records.firstLeadOn(aCase)))
                .toList();
        define(
                "allocation-mean-days",
                "days",
                Span.PERIOD,
                CASE,
                Set.of(ALLOCATIONS),
                records -> mean(
                        firstLed.apply(records),
                        records::keysOf,
                        aCase -> Records.days(
                                aCase.receivedOn(), records.firstLeadOn(aCase).orElseThrow()),
                        1));
        define(
                "allocation-mean-working-days",
                "working days",
                Span.PERIOD,
                CASE,
                Set.of(ALLOCATIONS),
                records -> mean(
                        firstLed.apply(records),
                        records::keysOf,
                        aCase -> records.workingDays(
                                aCase.receivedOn(), records.firstLeadOn(aCase).orElseThrow()),
                        1));
        define(
                "allocated-by-month-end-percent",
                "percent",
                Span.PERIOD,
                CASE,
                Set.of(ALLOCATIONS),
                records -> share(
                        records.casesReceived(),
                        records::keysOf,
                        aCase -> by(YearMonth.from(aCase.receivedOn()).atEndOfMonth(), records.firstLeadOn(aCase))
                                && by(records.last, records.firstLeadOn(aCase))));

        held(
                "duty",
                records -> aCase -> records.holdingOf(aCase)
                        .map(holding -> holding.kind() == DUTY)
                        .orElse(false));
        held(
                "hub",
                records -> aCase -> records.holdingOf(aCase)
                        .map(holding -> holding.kind() == HUB)
                        .orElse(false));
        held("unallocated", records -> aCase -> records.holdingOf(aCase).isEmpty());

        define(
                "duty-cases-per-service-manager",
                "cases per manager",
                Span.AS_AT,
                ADVISER,
                Set.of(ALLOCATIONS),
                records -> perAdviser(
                        records,
                        records.employed(Role.SERVICE_MANAGER),
                        manager -> casesHeld(records, manager, DUTY).size(),
                        1));
        define(
                "supervisor-caseload-mean",
                "cases per supervisor",
                Span.AS_AT,
                ADVISER,
                Set.of(ALLOCATIONS),
                records -> perAdviser(
                        records,
                        records.employed(Role.PRACTICE_SUPERVISOR),
                        supervisor -> casesOfSupervisor(records, supervisor).size(),
                        1));
        define("supervisor-lead-percent", "percent", Span.AS_AT, ADVISER, Set.of(ALLOCATIONS), records -> {
            List<Counted<Part>> holdings = new ArrayList<>();
            for (Adviser supervisor : records.employed(Role.PRACTICE_SUPERVISOR)) {
                // Of the cases that a supervisor holds, those that the same supervisor leads.
                Set<CaseId> led = casesHeld(records, supervisor, LEAD);
                for (CaseId held : casesOfSupervisor(records, supervisor)) {
                    holdings.add(part(Part.share(led.contains(held)), records.keysOf(supervisor)));
                }
            }
            return ratio(holdings, PERCENT);
        });
        define(
                "supervisors-above-12-percent",
                "percent",
                Span.AS_AT,
                ADVISER,
                Set.of(ALLOCATIONS),
                records -> share(
                        records.employed(Role.PRACTICE_SUPERVISOR),
                        records::keysOf,
                        supervisor -> casesOfSupervisor(records, supervisor).size() > 12));
    }

    private static void held(String name, Function<Records, Predicate<ChildrensCase>> how) {
        Function<Records, List<ChildrensCase>> cases = records ->
                records.openCases().stream().filter(how.apply(records)).toList();
        define(
                name + "-cases",
                "cases",
                Span.AS_AT,
                OPEN_CASE,
                Set.of(ALLOCATIONS),
                records -> count(cases.apply(records), records::keysOfOpen));
        if (name.equals("duty")) {
            define(
                    "duty-children",
                    "children",
                    Span.AS_AT,
                    OPEN_CASE,
                    Set.of(ALLOCATIONS),
                    records -> count(records.childrenOf(cases.apply(records)), records::keysOfOpen));
        }
    }

    private static Set<CaseId> casesHeld(Records records, Adviser adviser, org.cafcass.model.AllocationKind... kinds) {
        Set<CaseId> cases = new java.util.HashSet<>();
        for (Allocation allocation : records.heldBy(adviser)) {
            if (List.of(kinds).contains(allocation.kind())) {
                cases.add(allocation.caseId());
            }
        }
        return cases;
    }

    private static Set<CaseId> casesOfSupervisor(Records records, Adviser supervisor) {
        return casesHeld(records, supervisor, LEAD, SUPPORT, DUTY);
    }

    private static Tally<Part> perAdviser(
            Records records, List<Adviser> advisers, Function<Adviser, Integer> number, double factor) {
        return ratio(
                advisers.stream()
                        .map(adviser -> part(Part.of(number.apply(adviser), 1), records.keysOf(adviser)))
                        .toList(),
                factor);
    }

    private static void caseload() {
        define(
                "caseload-mean",
                "cases per adviser",
                Span.AS_AT,
                ADVISER,
                Set.of(ALLOCATIONS),
                records -> perAdviser(
                        records, records.caseloadAdvisers(), adviser -> (int) records.casesLedBy(adviser), 1));
        define(
                "caseload-mean-fte",
                "cases per FTE",
                Span.AS_AT,
                ADVISER,
                Set.of(ALLOCATIONS),
                records -> ratio(
                        records.caseloadAdvisers().stream()
                                .map(adviser -> part(
                                        new Part(decimal(records.casesLedBy(adviser)), adviser.fte()),
                                        records.keysOf(adviser)))
                                .toList(),
                        1));
        for (int cases : new int[] {20, 25, 40}) {
            define(
                    "caseload-above-" + cases + "-percent",
                    "percent",
                    Span.AS_AT,
                    ADVISER,
                    Set.of(ALLOCATIONS),
                    records -> share(
                            records.caseloadAdvisers(),
                            records::keysOf,
                            adviser -> records.casesLedBy(adviser) > cases));
        }
        for (int cases : new int[] {20, 25}) {
            define(
                    "caseload-fte-" + cases + "-or-more-percent",
                    "percent",
                    Span.AS_AT,
                    ADVISER,
                    Set.of(ALLOCATIONS),
                    // cases / fte >= 20, exactly: cases >= 20 fte
                    records -> share(
                            records.caseloadAdvisers(),
                            records::keysOf,
                            adviser -> decimal(records.casesLedBy(adviser))
                                            .compareTo(adviser.fte().multiply(decimal(cases)))
                                    >= 0));
        }
    }

    private static void audit() {
        define(
                "audits-completed",
                "audits",
                Span.PERIOD,
                AUDIT,
                Set.of(AUDITS),
                records -> count(records.audits(), records::keysOf));
        Function<Records, List<Audit>> graded = records -> records.audits().stream()
                .filter(audit -> audit.grade().isPresent())
                .toList();
        defineCarrying(Set.of("scale", "grade"), "audit-grade-percent", "percent", AUDIT, Set.of(AUDITS), records -> {
            List<Counted<Audit>> rows = graded.apply(records).stream()
                    .map(audit -> new Counted<>(audit, records.keysOf(audit), Set.of("grade")))
                    .toList();
            List<Map<String, String>> gradesOfScalesSeen = Stream.of(AuditScale.values())
                    .filter(scale -> rows.stream().anyMatch(row -> row.row().scale() == scale))
                    .flatMap(scale ->
                            scale.grades().stream().map(grade -> Map.of("scale", scale.code(), "grade", grade.code())))
                    .toList();
            return new Tally<>(
                    rows,
                    gradesOfScalesSeen,
                    (cell, keys) -> Worth.ratio(
                            cell.stream()
                                    .map(audit -> Part.share(
                                            audit.grade().orElseThrow().code().equals(keys.get("grade"))))
                                    .toList(),
                            PERCENT,
                            1));
        });
        defineCarrying(
                Set.of("scale"),
                "audit-good-or-outstanding-percent",
                "percent",
                AUDIT,
                Set.of(AUDITS),
                records -> Tally.of(graded.apply(records), records::keysOf, cell -> {
                            Worth worth = Worth.ratio(
                                    cell.stream()
                                            .map(audit -> audit.grade().orElseThrow())
                                            .map(grade -> Part.share(grade == Grade.GOOD || grade == Grade.OUTSTANDING))
                                            .toList(),
                                    PERCENT,
                                    1);
                            if (worth.value().isEmpty()) {
                                return worth;
                            }
                            double[] limits = PlainStatistics.wilson(
                                    worth.numerator().getAsDouble(),
                                    worth.denominator().getAsDouble());
                            return worth.within(
                                    OptionalDouble.of(PERCENT * limits[0]), OptionalDouble.of(PERCENT * limits[1]));
                        })
                        .carrying("scale"));
        define(
                "audit-coverage-percent",
                "percent",
                Span.PERIOD,
                ADVISER,
                Set.of(AUDITS, ALLOCATIONS),
                records -> share(
                        records.eligibleForAudit(),
                        records::keysOf,
                        adviser -> !records.auditsOf(adviser).isEmpty()));
        define(
                "audits-per-adviser",
                "audits per adviser",
                Span.PERIOD,
                ADVISER,
                Set.of(AUDITS, ALLOCATIONS),
                records -> perAdviser(
                        records,
                        records.eligibleForAudit(),
                        adviser -> records.auditsOf(adviser).size(),
                        1));
        define(
                "advisers-without-audit-percent",
                "percent",
                Span.THREE_MONTHS_TO_AS_AT,
                ADVISER,
                Set.of(AUDITS, ALLOCATIONS),
                records -> share(
                        records.eligibleForAudit(),
                        records::keysOf,
                        adviser -> records.auditsOf(adviser).isEmpty()));
        define(
                "audit-collaborative-percent",
                "percent",
                Span.PERIOD,
                AUDIT,
                Set.of(AUDITS),
                records -> share(
                        records.audits().stream()
                                .filter(audit -> audit.source() == AuditSource.LOCAL)
                                .toList(),
                        records::keysOf,
                        audit -> audit.collaborative().orElse(false)));
        defineCarrying(
                Set.of("question"),
                "audit-answer-percent",
                "percent",
                ANSWER,
                Set.of(AUDITS, ANSWERS),
                records -> share(
                                records.rows.answers().stream()
                                        .filter(answer -> records.inPeriod(
                                                records.auditOf(answer).auditedOn()))
                                        .filter(answer -> answer.answer() != AnswerCode.NOT_APPLICABLE)
                                        .toList(),
                                records::keysOf,
                                (Answer answer) -> answer.answer() == AnswerCode.YES)
                        .carrying("question"));
        answered("audit-significant-learning-percent", Audit::significantLearning);
        answered("audit-introduction-letter-percent", Audit::introductionLetter);
        answered("audit-recommendations-shared-percent", Audit::recommendationsShared);
        answered(
                "audit-feedback-percent",
                audit -> audit.childFeedback().isEmpty()
                        ? audit.adultFeedback()
                        : audit.childFeedback()
                                .map(child -> child || audit.adultFeedback().orElse(false)));
        defineCarrying(
                Set.of("scale"),
                "audit-moderation-agreement",
                "kappa",
                AUDIT,
                Set.of(AUDITS),
                records -> Tally.of(
                                graded.apply(records).stream()
                                        .filter(audit -> audit.moderatedGrade().isPresent())
                                        .toList(),
                                records::keysOf,
                                cell -> Worth.of(PlainStatistics.weightedKappa(
                                        cell.stream()
                                                .map(audit -> new int[] {
                                                    place(audit, audit.grade().orElseThrow()),
                                                    place(
                                                            audit,
                                                            audit.moderatedGrade()
                                                                    .orElseThrow())
                                                })
                                                .toList(),
                                        4)))
                        .carrying("scale"));
        // 'whose improvement_agreed_on ...' is read as said of the inadequate ones alone: a national audit without a
        // grade
        // lacks that, whatever was agreed.
        define(
                "audit-actions-missing",
                "audits",
                Span.PERIOD,
                AUDIT,
                Set.of(AUDITS),
                records -> count(
                        records.audits().stream()
                                .filter(audit -> (audit.source() == AuditSource.NATIONAL
                                                && audit.grade().isEmpty())
                                        || (audit.grade().equals(Optional.of(Grade.INADEQUATE))
                                                && !by(records.last, audit.improvementAgreedOn())))
                                .toList(),
                        records::keysOf));
    }

    private static int place(Audit audit, Grade grade) {
        return audit.scale().grades().indexOf(grade);
    }

    /** The share of yes of the audits where there is an answer. */
    private static void answered(String measure, Function<Audit, Optional<Boolean>> answer) {
        define(
                measure,
                "percent",
                Span.PERIOD,
                AUDIT,
                Set.of(AUDITS),
                records -> share(
                        records.audits().stream()
                                .filter(audit -> answer.apply(audit).isPresent())
                                .toList(),
                        records::keysOf,
                        audit -> answer.apply(audit).orElseThrow()));
    }

    private static void engagementFeedbackAndChecks() {
        Function<Records, List<Child>> eligible = records -> records.childrenOf(records.openCases()).stream()
                .filter(child -> child.engagementEligible().orElse(true))
                .toList();
        define(
                "engagement-recorded-percent",
                "percent",
                Span.AS_AT,
                plus(OPEN_CASE, "report"),
                Set.of(),
                records -> share(
                        eligible.apply(records),
                        records::keysOfEngaged,
                        child -> by(records.last, child.engagementRecordedOn())));
        define(
                "engagement-in-person-percent",
                "percent",
                Span.AS_AT,
                OPEN_CASE,
                Set.of(),
                // a record without a mode is of those recorded, and not in person
                records -> share(
                        eligible.apply(records).stream()
                                .filter(child -> by(records.last, child.engagementRecordedOn()))
                                .toList(),
                        records::keysOfOpen,
                        child -> child.engagementMode().equals(Optional.of(EngagementMode.IN_PERSON))));

        feedbackReceived("feedback-received", "reflections", FeedbackKind.REFLECTION);
        feedbackReceived("complaints-received", "complaints", FeedbackKind.COMPLAINT);
        feedbackReceived("compliments-received", "compliments", FeedbackKind.COMPLIMENT);
        define(
                "feedback-positive-percent",
                "percent",
                Span.PERIOD,
                FEEDBACK_ROW,
                Set.of(FEEDBACK),
                records -> share(
                        feedback(records, FeedbackKind.REFLECTION).stream()
                                .filter(feedback -> feedback.positive().isPresent())
                                .toList(),
                        records::keysOf,
                        feedback -> feedback.positive().orElseThrow()));
        for (int limit : new int[] {10, 15, 20}) {
            define(
                    "complaints-answered-within-" + limit + "-working-days-percent",
                    "percent",
                    Span.PERIOD,
                    FEEDBACK_ROW,
                    Set.of(FEEDBACK),
                    records -> share(
                            feedback(records, FeedbackKind.COMPLAINT).stream()
                                    .filter(complaint -> records.limitHasPassed(complaint.receivedOn(), limit))
                                    .toList(),
                            records::keysOf,
                            complaint -> records.keptWithin(complaint.receivedOn(), complaint.respondedOn(), limit)));
        }
        define(
                "police-checks-within-2-working-days-percent",
                "percent",
                Span.PERIOD,
                CHECK,
                Set.of(CHECKS),
                records -> share(
                        records.rows.checks().stream()
                                .filter(check -> check.kind() == CheckKind.POLICE_LEVEL_1)
                                .filter(check -> records.inPeriod(check.requestedOn()))
                                .filter(check -> records.limitHasPassed(check.requestedOn(), 2))
                                .toList(),
                        records::keysOf,
                        (Check check) -> records.keptWithin(check.requestedOn(), check.returnedOn(), 2)));
    }

    private static List<Feedback> feedback(Records records, FeedbackKind kind) {
        return records.rows.feedback().stream()
                .filter(feedback -> feedback.kind() == kind)
                .filter(feedback -> records.inPeriod(feedback.receivedOn()))
                .toList();
    }

    private static void feedbackReceived(String measure, String unit, FeedbackKind kind) {
        define(
                measure,
                unit,
                Span.PERIOD,
                FEEDBACK_ROW,
                Set.of(FEEDBACK),
                records -> count(feedback(records, kind), records::keysOf));
    }

    private static void workforceAndSurvey() {
        Function<Records, List<Adviser>> staff = records -> records.rows.advisers().stream()
                .filter(adviser -> Records.isEmployed(adviser, records.last))
                .toList();
        define(
                "headcount",
                "people",
                Span.AS_AT,
                STAFF,
                Set.of(),
                records -> count(staff.apply(records), records::keysOf));
        define(
                "fte",
                "FTE",
                Span.AS_AT,
                STAFF,
                Set.of(),
                records -> Tally.of(
                        staff.apply(records),
                        records::keysOf,
                        cell -> Worth.of(cell.stream()
                                .map(Adviser::fte)
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .doubleValue())));
        // Someone who left on the day of starting was never employed, yet started and left in P.
        define(
                "joiners",
                "people",
                Span.PERIOD,
                STAFF,
                Set.of(),
                records -> count(
                        records.rows.advisers().stream()
                                .filter(adviser -> records.inPeriod(adviser.startedOn()))
                                .toList(),
                        records::keysOf));
        define(
                "leavers",
                "people",
                Span.PERIOD,
                STAFF,
                Set.of(),
                records -> count(
                        records.rows.advisers().stream()
                                .filter(adviser -> records.inPeriod(adviser.leftOn()))
                                .toList(),
                        records::keysOf));
        define(
                "locum-share-percent",
                "percent",
                Span.AS_AT,
                ESTABLISHMENT,
                Set.of(),
                records -> share(
                        staff.apply(records), records::keysOf, adviser -> adviser.employment() == Employment.LOCUM));
        define("vacancy-rate-percent", "percent", Span.AS_AT, ESTABLISHMENT, Set.of(POSTS), records -> {
            List<Counted<Part>> parts = new ArrayList<>();
            for (Post post : records.rows.posts()) {
                if (by(records.last, post.from()) && !by(records.last, post.to())) {
                    Map<String, Set<String>> keys = records.keysOfArea(post.areaCode());
                    Records.put(keys, "role", post.role());
                    Records.put(keys, "team", post.team());
                    parts.add(part(new Part(post.fte(), post.fte()), keys));
                }
            }
            for (Adviser adviser : staff.apply(records)) {
                parts.add(part(new Part(adviser.fte().negate(), BigDecimal.ZERO), records.keysOf(adviser)));
            }
            return ratio(parts, PERCENT);
        });
        define(
                "turnover-12-month-percent",
                "percent",
                Span.TWELVE_MONTHS_TO_AS_AT,
                ESTABLISHMENT,
                Set.of(),
                records -> {
                    List<Counted<Part>> parts = new ArrayList<>();
                    for (Adviser adviser : records.rows.advisers()) {
                        if (adviser.employment() == Employment.PERMANENT) {
                            if (records.inPeriod(adviser.leftOn())) {
                                parts.add(part(Part.of(1, 0), records.keysOf(adviser)));
                            }
                            for (LocalDate day : List.of(records.first.minusDays(1), records.last)) {
                                if (Records.isEmployed(adviser, day)) {
                                    parts.add(part(new Part(BigDecimal.ZERO, Part.HALF), records.keysOf(adviser)));
                                }
                            }
                        }
                    }
                    return ratio(parts, PERCENT);
                });
        daysLost("working-days-lost-per-fte", Span.TWELVE_MONTHS_TO_AS_AT, 1);
        daysLost("working-days-lost-per-fte-3-month", Span.THREE_MONTHS_TO_AS_AT, 4);

        surveyed("survey-response-percent", SurveyQuestion::responses, SurveyQuestion::invited);
        surveyed("survey-agreed-percent", SurveyQuestion::agreed, SurveyQuestion::responses);
    }

    private static void daysLost(String measure, Span span, double factor) {
        define(measure, "days", span, plus(STAFF, "reason"), Set.of(ABSENCES), records -> {
            List<Counted<Part>> parts = new ArrayList<>();
            reasonsOfDaysLost(records)
                    .forEach((adviser, days) -> days.values().forEach(reasons -> {
                        Map<String, Set<String>> keys = records.keysOf(records.adviserOf(adviser));
                        if (!reasons.isEmpty()) {
                            keys.put("reason", reasons);
                        }
                        parts.add(part(Part.of(1, 0), keys));
                    }));
            for (Adviser adviser : records.rows.advisers()) {
                for (LocalDate day : List.of(records.first.minusDays(1), records.last)) {
                    if (Records.isEmployed(adviser, day)) {
                        // the days of a reason stand over the fte of all
                        parts.add(new Counted<>(
                                new Part(BigDecimal.ZERO, adviser.fte().multiply(Part.HALF)),
                                records.keysOf(adviser),
                                Set.of("reason")));
                    }
                }
            }
            return ratio(parts, factor);
        });
    }

    /** By adviser the working days absent, while employed, and the reasons given for each. */
    private static Map<AdviserId, Map<LocalDate, Set<String>>> reasonsOfDaysLost(Records records) {
        Map<AdviserId, Map<LocalDate, Set<String>>> lost = new HashMap<>();
        for (Absence absence : records.rows.absences()) {
            Adviser adviser = records.adviserOf(absence.adviserId());
            for (LocalDate day = records.first; !day.isAfter(records.last); day = day.plusDays(1)) {
                boolean absent = !day.isBefore(absence.from()) && !day.isAfter(absence.to());
                if (absent && Records.isEmployed(adviser, day) && records.isWorkingDay(day)) {
                    Set<String> reasons = lost.computeIfAbsent(absence.adviserId(), id -> new TreeMap<>())
                            .computeIfAbsent(day, any -> new TreeSet<>());
                    absence.reason().ifPresent(reasons::add);
                }
            }
        }
        return lost;
    }

    private static void surveyed(
            String measure, Function<SurveyQuestion, Integer> above, Function<SurveyQuestion, Integer> below) {
        defineCarrying(
                Set.of("question"),
                measure,
                "percent",
                Set.of(),
                Set.of(SURVEY),
                records -> Tally.of(
                                records.rows.survey().stream()
                                        .filter(row -> records.inPeriod(row.closedOn()))
                                        .toList(),
                                row -> Map.of("question", Set.of(row.question())),
                                cell -> Worth.ratio(
                                        cell.stream()
                                                .map(row -> Part.of(above.apply(row), below.apply(row)))
                                                .toList(),
                                        PERCENT,
                                        1))
                        .carrying("question"));
    }
}
