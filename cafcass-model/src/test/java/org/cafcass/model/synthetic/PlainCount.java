package org.cafcass.model.synthetic;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.cafcass.model.Application;
import org.cafcass.model.CaseId;
import org.cafcass.model.Child;
import org.cafcass.model.ChildrensCase;
import org.cafcass.model.Hearing;
import org.cafcass.model.Law;
import org.cafcass.model.Report;
import org.cafcass.model.ReportKind;
import org.cafcass.model.extract.Extract;

/** Counts the rows of an extract with streams over its values, by the definitions of the extract's time and of the measures. */
final class PlainCount {
    final Extract extract;
    final List<ChildrensCase> cases;
    private final Map<CaseId, Integer> children = new HashMap<>();
    private final Map<CaseId, List<Report>> reports = new HashMap<>();
    private final Map<CaseId, List<Hearing>> hearings = new HashMap<>();

    PlainCount(Extract extract) {
        this.extract = extract;
        this.cases = List.copyOf(extract.cases());
        for (Child child : extract.children()) {
            children.merge(child.caseId(), 1, Integer::sum);
        }
        for (Report report : extract.reports()) {
            reports.computeIfAbsent(report.caseId(), id -> new java.util.ArrayList<>())
                    .add(report);
        }
        for (Hearing hearing : extract.hearings()) {
            hearings.computeIfAbsent(hearing.caseId(), id -> new java.util.ArrayList<>())
                    .add(hearing);
        }
    }

    long cases(Predicate<ChildrensCase> which) {
        return cases.stream().filter(which).count();
    }

    long children(Predicate<ChildrensCase> which) {
        return cases.stream()
                .filter(which)
                .mapToLong(row -> children.getOrDefault(row.caseId(), 0))
                .sum();
    }

    double meanWeeks(Predicate<ChildrensCase> which) {
        return cases.stream()
                        .filter(which)
                        .mapToLong(PlainCount::days)
                        .average()
                        .orElseThrow()
                / 7;
    }

    List<Report> reports(CaseId id) {
        return reports.getOrDefault(id, List.of());
    }

    static Predicate<ChildrensCase> law(Law law) {
        return row -> row.law() == law;
    }

    static Predicate<ChildrensCase> application(Application application) {
        return row -> row.application() == application;
    }

    static Predicate<ChildrensCase> area(String code) {
        return row -> row.areaCode().value().equals(code);
    }

    static Predicate<ChildrensCase> openAt(LocalDate day) {
        return row -> !row.receivedOn().isAfter(day)
                && row.closedOn().map(closed -> closed.isAfter(day)).orElse(true);
    }

    static Predicate<ChildrensCase> openSince(LocalDate day, int days) {
        return openAt(day).and(row -> ChronoUnit.DAYS.between(row.receivedOn(), day) >= days);
    }

    static Predicate<ChildrensCase> received(LocalDate first, LocalDate last) {
        return row -> within(row.receivedOn(), first, last);
    }

    static Predicate<ChildrensCase> closed(LocalDate first, LocalDate last) {
        return row -> row.closedOn().map(day -> within(day, first, last)).orElse(false);
    }

    static Predicate<ChildrensCase> within26Weeks() {
        return row -> days(row) <= 182;
    }

    /** Private law that completed after the first hearing: further work was ordered by the closing. */
    static Predicate<ChildrensCase> afterFirstHearing() {
        return row -> row.law() == Law.PRIVATE
                && row.furtherWorkOrderedOn()
                        .map(day -> !day.isAfter(row.closedOn().orElseThrow()))
                        .orElse(false);
    }

    static Predicate<ChildrensCase> toFirstHearing(LocalDate day) {
        return row -> row.law() == Law.PRIVATE
                && row.firstHearingOn().map(held -> held.isAfter(day)).orElse(true)
                && row.furtherWorkOrderedOn()
                        .map(ordered -> ordered.isAfter(day))
                        .orElse(true);
    }

    static String rounded(double value, int decimals) {
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }

    static boolean within(LocalDate day, LocalDate first, LocalDate last) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    static long days(ChildrensCase row) {
        return ChronoUnit.DAYS.between(row.receivedOn(), row.closedOn().orElseThrow());
    }

    /** Open private law with a report filed, none unfiled, and the next standing hearing so many days ahead (-1: none). */
    Predicate<ChildrensCase> reportFiledAndHearingAhead(LocalDate day, Predicate<Long> daysAhead) {
        return openAt(day).and(law(Law.PRIVATE)).and(row -> {
            List<Report> ordered = reports(row.caseId()).stream()
                    .filter(report -> report.kind() != ReportKind.SAFEGUARDING_LETTER)
                    .filter(report -> !report.orderedOn().isAfter(day))
                    .toList();
            Predicate<Report> filed =
                    report -> report.filedOn().map(on -> !on.isAfter(day)).orElse(false);
            long ahead = standing(row, day)
                    .mapToLong(hearing -> ChronoUnit.DAYS.between(day, hearing.hearingOn()))
                    .min()
                    .orElse(-1);
            return !ordered.isEmpty() && ordered.stream().allMatch(filed) && daysAhead.test(ahead);
        });
    }

    private Stream<Hearing> standing(ChildrensCase row, LocalDate day) {
        return hearings.getOrDefault(row.caseId(), List.of()).stream()
                .filter(hearing -> !hearing.listedOn().isAfter(day))
                .filter(hearing ->
                        hearing.vacatedOn().map(vacated -> vacated.isAfter(day)).orElse(true))
                .filter(hearing -> hearing.hearingOn().isAfter(day));
    }

    long reportsOrdered(ReportKind kind, LocalDate first, LocalDate last) {
        return extract.reports().stream()
                .filter(report -> report.kind() == kind && within(report.orderedOn(), first, last))
                .count();
    }
}
