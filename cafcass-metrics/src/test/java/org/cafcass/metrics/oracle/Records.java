package org.cafcass.metrics.oracle;

import static org.cafcass.model.AllocationKind.DUTY;
import static org.cafcass.model.AllocationKind.HUB;
import static org.cafcass.model.AllocationKind.LEAD;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.cafcass.model.Adviser;
import org.cafcass.model.AdviserId;
import org.cafcass.model.Allocation;
import org.cafcass.model.Answer;
import org.cafcass.model.Area;
import org.cafcass.model.AreaCode;
import org.cafcass.model.Audit;
import org.cafcass.model.AuditId;
import org.cafcass.model.CaseId;
import org.cafcass.model.Check;
import org.cafcass.model.Child;
import org.cafcass.model.ChildrensCase;
import org.cafcass.model.Code;
import org.cafcass.model.Feedback;
import org.cafcass.model.Hearing;
import org.cafcass.model.Law;
import org.cafcass.model.Report;
import org.cafcass.model.ReportKind;
import org.cafcass.model.Role;
import org.cafcass.model.extract.ExtractTable;

/** An extract seen over a period: who was employed, what was open, who held it, and the keys of each row. */
final class Records {
    final Rows rows;
    private final Predicate<LocalDate> workingDay;
    /** The first day of P. */
    final LocalDate first;
    /** D: the last day of P; of a stock figure also the first. */
    final LocalDate last;

    private final Map<CaseId, ChildrensCase> caseById;
    private final Map<AdviserId, Adviser> adviserById;
    private final Map<AreaCode, Area> areaByCode;
    private final Map<AuditId, Audit> auditById;
    private final Map<CaseId, List<Allocation>> allocationsByCase;
    private final Map<CaseId, List<Report>> reportsByCase;
    private final Map<CaseId, List<Hearing>> hearingsByCase;

    Records(Rows rows, Predicate<LocalDate> workingDay, LocalDate first, LocalDate last) {
        this.rows = rows;
        this.workingDay = workingDay;
        this.first = first;
        this.last = last;
        caseById = byId(rows.cases(), ChildrensCase::caseId);
        adviserById = byId(rows.advisers(), Adviser::adviserId);
        areaByCode = byId(rows.areas(), Area::areaCode);
        auditById = byId(rows.audits(), Audit::auditId);
        allocationsByCase = byCase(rows.allocations(), Allocation::caseId);
        reportsByCase = byCase(rows.reports(), Report::caseId);
        hearingsByCase = byCase(rows.hearings(), Hearing::caseId);
    }

    private static <K, T> Map<K, T> byId(List<T> rows, Function<T, K> id) {
        return rows.stream().collect(Collectors.toMap(id, row -> row));
    }

    private static <T> Map<CaseId, List<T>> byCase(List<T> rows, Function<T, CaseId> caseId) {
        return rows.stream().collect(Collectors.groupingBy(caseId));
    }

    // days

    boolean inPeriod(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    boolean inPeriod(Optional<LocalDate> day) {
        return day.isPresent() && inPeriod(day.get());
    }

    /** Whether it had happened by the end of the day. */
    static boolean by(LocalDate day, Optional<LocalDate> deed) {
        return deed.isPresent() && !deed.get().isAfter(day);
    }

    static boolean by(LocalDate day, LocalDate deed) {
        return !deed.isAfter(day);
    }

    /** Days from one to the other. */
    static long days(LocalDate from, LocalDate to) {
        return to.toEpochDay() - from.toEpochDay();
    }

    boolean isWorkingDay(LocalDate day) {
        return workingDay.test(day);
    }

    /** The working days in [from, to): only those days are asked of the calendar. */
    long workingDays(LocalDate from, LocalDate to) {
        long count = 0;
        for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
            if (workingDay.test(day)) {
                count++;
            }
        }
        return count;
    }

    /** Whether a limit of n working days from a day has passed by D: a deed on the day after D would break it. */
    boolean limitHasPassed(LocalDate from, int limit) {
        return workingDays(from, last.plusDays(1)) > limit;
    }

    /** Whether a deed kept a limit of n working days; what was not done by D had, as at D, not been done. */
    boolean keptWithin(LocalDate from, Optional<LocalDate> deed, int limit) {
        return by(last, deed) && workingDays(from, deed.get()) <= limit;
    }

    // cases

    ChildrensCase caseOf(CaseId id) {
        return caseById.get(id);
    }

    static boolean isOpen(ChildrensCase aCase, LocalDate day) {
        return by(day, aCase.receivedOn()) && !by(day, aCase.closedOn());
    }

    List<ChildrensCase> openCases() {
        return rows.cases().stream().filter(aCase -> isOpen(aCase, last)).toList();
    }

    List<ChildrensCase> casesReceived() {
        return rows.cases().stream()
                .filter(aCase -> inPeriod(aCase.receivedOn()))
                .toList();
    }

    List<ChildrensCase> casesClosed() {
        return rows.cases().stream().filter(aCase -> inPeriod(aCase.closedOn())).toList();
    }

    List<Child> childrenOf(List<ChildrensCase> cases) {
        Set<CaseId> ids = new HashSet<>();
        cases.forEach(aCase -> ids.add(aCase.caseId()));
        return rows.children().stream()
                .filter(child -> ids.contains(child.caseId()))
                .toList();
    }

    long age(ChildrensCase aCase) {
        return days(aCase.receivedOn(), last);
    }

    static long duration(ChildrensCase closed) {
        return days(closed.receivedOn(), closed.closedOn().orElseThrow());
    }

    // holding

    List<Allocation> allocationsOf(ChildrensCase aCase) {
        return allocationsByCase.getOrDefault(aCase.caseId(), List.of());
    }

    static boolean holds(Allocation allocation, LocalDate day) {
        return by(day, allocation.from()) && !by(day, allocation.to());
    }

    /** The first day of the case's first lead allocation; one that holds on no day begins on none. */
    Optional<LocalDate> firstLeadOn(ChildrensCase aCase) {
        return allocationsOf(aCase).stream()
                .filter(allocation -> allocation.kind() == LEAD)
                .filter(allocation -> !allocation.to().equals(Optional.of(allocation.from())))
                .map(Allocation::from)
                .min(LocalDate::compareTo);
    }

    /** The lead, duty or hub allocation in which the case is held as at D: at most one. */
    Optional<Allocation> holdingOf(ChildrensCase aCase) {
        return allocationsOf(aCase).stream()
                .filter(allocation ->
                        allocation.kind() == LEAD || allocation.kind() == DUTY || allocation.kind() == HUB)
                .filter(allocation -> holds(allocation, last))
                .findAny();
    }

    String holder(ChildrensCase aCase) {
        Optional<Allocation> holding = holdingOf(aCase);
        if (holding.isEmpty()) {
            return "unallocated";
        }
        if (holding.get().kind() != LEAD) {
            return holding.get().kind().code();
        }
        Adviser lead = adviserOf(holding.get().adviserId().orElseThrow());
        if (!isEmployed(lead, last)) {
            return "left";
        }
        return switch (lead.role()) {
            case FAMILY_COURT_ADVISER -> lead.employment().code() + "_adviser";
            case PRACTICE_SUPERVISOR -> "supervisor";
            case SERVICE_MANAGER -> "manager";
        };
    }

    /** The allocations of an adviser, of cases open as at D, that hold as at D. */
    List<Allocation> heldBy(Adviser adviser) {
        return rows.allocations().stream()
                .filter(allocation -> allocation.adviserId().equals(Optional.of(adviser.adviserId())))
                .filter(allocation -> holds(allocation, last))
                .filter(allocation -> isOpen(caseOf(allocation.caseId()), last))
                .toList();
    }

    // staff

    Adviser adviserOf(AdviserId id) {
        return adviserById.get(id);
    }

    static boolean isEmployed(Adviser adviser, LocalDate day) {
        return by(day, adviser.startedOn()) && !by(day, adviser.leftOn());
    }

    List<Adviser> employed(Role role) {
        return rows.advisers().stream()
                .filter(adviser -> adviser.role() == role)
                .filter(adviser -> isEmployed(adviser, last))
                .toList();
    }

    long casesLedBy(Adviser adviser) {
        return heldBy(adviser).stream()
                .filter(allocation -> allocation.kind() == LEAD)
                .map(Allocation::caseId)
                .distinct()
                .count();
    }

    /** The advisers of 'Caseload'. */
    List<Adviser> caseloadAdvisers() {
        return employed(Role.FAMILY_COURT_ADVISER).stream()
                .filter(adviser -> casesLedBy(adviser) > 0)
                .toList();
    }

    /** Those of 'Caseload' who were employed as at the first day of P too. */
    List<Adviser> eligibleForAudit() {
        return caseloadAdvisers().stream()
                .filter(adviser -> isEmployed(adviser, first))
                .toList();
    }

    // reports, hearings, audits

    List<Report> reportsOf(CaseId aCase) {
        return reportsByCase.getOrDefault(aCase, List.of());
    }

    /** Open private law cases with a report filed and none to come, safeguarding letters left out of account. */
    List<ChildrensCase> reportDone() {
        return openPrivateLawCases().stream()
                .filter(aCase -> {
                    List<Report> reports = reportsOf(aCase.caseId()).stream()
                            .filter(report -> report.kind() != ReportKind.SAFEGUARDING_LETTER)
                            .filter(report -> by(last, report.orderedOn()))
                            .toList();
                    return !reports.isEmpty() && reports.stream().allMatch(report -> by(last, report.filedOn()));
                })
                .toList();
    }

    List<ChildrensCase> openPrivateLawCases() {
        return openCases().stream().filter(aCase -> aCase.law() == Law.PRIVATE).toList();
    }

    /** Days from D to the next standing hearing. */
    Optional<Long> daysToNextHearing(ChildrensCase aCase) {
        return hearingsByCase.getOrDefault(aCase.caseId(), List.of()).stream()
                .filter(hearing -> by(last, hearing.listedOn()))
                .filter(hearing -> !by(last, hearing.vacatedOn()))
                .filter(hearing -> hearing.hearingOn().isAfter(last))
                .map(hearing -> days(last, hearing.hearingOn()))
                .min(Long::compareTo);
    }

    List<Audit> audits() {
        return rows.audits().stream()
                .filter(audit -> inPeriod(audit.auditedOn()))
                .toList();
    }

    List<Audit> auditsOf(Adviser adviser) {
        return audits().stream()
                .filter(audit -> audit.adviserId().equals(adviser.adviserId()))
                .toList();
    }

    // the keys of each kind of row

    Map<String, Set<String>> keysOf(ChildrensCase aCase) {
        Map<String, Set<String>> keys = keysOfArea(aCase.areaCode());
        put(keys, "law", aCase.law());
        put(keys, "application", aCase.application());
        keys.put("rule_16_4", Set.of(String.valueOf(by(last, aCase.rule164On()))));
        return keys;
    }

    Map<String, Set<String>> keysOfReceived(Child child) {
        return keysOf(caseOf(child.caseId()));
    }

    Map<String, Set<String>> keysOfOpen(ChildrensCase aCase) {
        Map<String, Set<String>> keys = keysOf(aCase);
        boolean toFirstHearing = aCase.law() == Law.PRIVATE
                && !by(last, aCase.firstHearingOn())
                && !by(last, aCase.furtherWorkOrderedOn());
        keys.put("stage", Set.of(toFirstHearing ? "to_first_hearing" : "after_first_hearing"));
        if (rows.has(ExtractTable.ALLOCATIONS)) {
            keys.put("holder", Set.of(holder(aCase)));
        }
        return keys;
    }

    Map<String, Set<String>> keysOfOpen(Child child) {
        return keysOfOpen(caseOf(child.caseId()));
    }

    /** With the kinds of report ordered by D in the child's case. */
    Map<String, Set<String>> keysOfEngaged(Child child) {
        Map<String, Set<String>> keys = keysOfOpen(child);
        Set<String> kinds = reportsOf(child.caseId()).stream()
                .filter(report -> by(last, report.orderedOn()))
                .map(report -> report.kind().code())
                .collect(Collectors.toSet());
        if (!kinds.isEmpty()) {
            keys.put("report", kinds);
        }
        return keys;
    }

    Map<String, Set<String>> keysOfClosed(ChildrensCase aCase) {
        Map<String, Set<String>> keys = keysOf(aCase);
        if (aCase.law() == Law.PRIVATE) {
            boolean further = by(aCase.closedOn().orElseThrow(), aCase.furtherWorkOrderedOn());
            keys.put("completion", Set.of(further ? "after_first_hearing" : "at_first_hearing"));
        }
        return keys;
    }

    Map<String, Set<String>> keysOfClosed(Child child) {
        return keysOfClosed(caseOf(child.caseId()));
    }

    Map<String, Set<String>> keysOf(Report report) {
        Map<String, Set<String>> keys = keysOf(caseOf(report.caseId()));
        put(keys, "report", report.kind());
        return keys;
    }

    /** With {@code section_7_all} beside section 7 reports and their addenda. */
    Map<String, Set<String>> keysOfOrdered(Report report) {
        Map<String, Set<String>> keys = keysOf(report);
        if (report.kind() == ReportKind.SECTION_7 || report.kind() == ReportKind.SECTION_7_ADDENDUM) {
            keys.put("report", Set.of(report.kind().code(), "section_7_all"));
        }
        return keys;
    }

    Map<String, Set<String>> keysOf(Check check) {
        return keysOf(caseOf(check.caseId()));
    }

    Map<String, Set<String>> keysOf(Feedback feedback) {
        Map<String, Set<String>> keys =
                feedback.caseId().map(id -> keysOf(caseOf(id))).orElseGet(HashMap::new);
        put(keys, "source", feedback.source());
        return keys;
    }

    Map<String, Set<String>> keysOf(Audit audit) {
        Adviser adviser = adviserOf(audit.adviserId());
        Map<String, Set<String>> keys =
                audit.caseId().map(id -> keysOf(caseOf(id))).orElseGet(() -> keysOfArea(adviser.areaCode()));
        put(keys, "source", audit.source());
        put(keys, "team", adviser.team());
        put(keys, "role", adviser.role());
        put(keys, "employment", adviser.employment());
        put(keys, "scale", audit.scale());
        return keys;
    }

    Map<String, Set<String>> keysOf(Answer answer) {
        Map<String, Set<String>> keys = keysOf(auditById.get(answer.auditId()));
        keys.put("question", Set.of(answer.question()));
        return keys;
    }

    Audit auditOf(Answer answer) {
        return auditById.get(answer.auditId());
    }

    Map<String, Set<String>> keysOf(Adviser adviser) {
        Map<String, Set<String>> keys = keysOfArea(adviser.areaCode());
        put(keys, "team", adviser.team());
        put(keys, "role", adviser.role());
        put(keys, "employment", adviser.employment());
        return keys;
    }

    Map<String, Set<String>> keysOfArea(AreaCode code) {
        Map<String, Set<String>> keys = new HashMap<>();
        keys.put("area", Set.of(code.value()));
        keys.put("region", Set.of(areaByCode.get(code).region()));
        return keys;
    }

    static void put(Map<String, Set<String>> keys, String key, Code code) {
        keys.put(key, Set.of(code.code()));
    }

    /** Every area and region of the areas file and both laws. */
    Map<String, Set<String>> filled() {
        List<Area> areas = new ArrayList<>(rows.areas());
        return Map.of(
                "area", areas.stream().map(area -> area.areaCode().value()).collect(Collectors.toSet()),
                "region", areas.stream().map(Area::region).collect(Collectors.toSet()),
                "law", Set.of("public", "private"));
    }
}
