package org.cafcass.metrics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cafcass.model.Application;
import org.cafcass.model.AuditSource;
import org.cafcass.model.Employment;
import org.cafcass.model.Grade;
import org.cafcass.model.Law;
import org.cafcass.model.ReportKind;
import org.cafcass.model.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a reader of a publication knows of its counts together, from the definitions of the measures:
 *
 * <ul>
 *   <li>each key's values, together, are what they break down; the areas of a region, the applications of a law, private law by
 *       completion, section 7 reports and their addenda; the months of a period
 *   <li>a numerator is a part of its denominator, and some counts are parts of others: {@link #NESTED}
 *   <li>some counts are another count's, for one value of a key: {@link #SLICES}
 *   <li>open cases are those open before a period, and what was received in it, without what was closed in it; so it is with advisers who
 *       are employed, join and leave
 *   <li>good and outstanding audits are those with either grade
 *   <li>what advisers lead, and what is on duty, in a hub or with nobody, are different open cases
 * </ul>
 */
final class CountLinks {
    /** How parts add up to their whole. */
    enum Addition {
        /** Each row of the whole is in one part. */
        EXACT,
        /** Rows of the whole may be in no part. */
        WITH_REST,
        /** Rows of the whole may be in several parts. */
        OVERLAPPING,
        /** Each row of the whole is in one part, if what makes it count does not move with the period. */
        WHERE_IT_FITS
    }

    /** Takes what is known of counts together. */
    interface Links {
        void total(CountedPart whole, List<CountedPart> parts, Addition addition);

        void within(CountedPart part, CountedPart whole);

        void balance(List<CountedPart> one, List<CountedPart> other);
    }

    /** A count that is part of another of the same part and days. */
    private record Nested(String part, String whole) {}

    /** A count that is another's for a value of a key. */
    private record Slice(String counted, String whole, BreakdownKey key, String value) {}

    private static final List<Nested> NESTED = List.of(
            nested(Tallies.OPEN_CASES_52_WEEKS, Tallies.OPEN_CASES),
            nested(Tallies.OPEN_CASES_100_WEEKS, Tallies.OPEN_CASES_52_WEEKS),
            nested(Tallies.OPEN_CHILDREN_52_WEEKS, Tallies.OPEN_CHILDREN),
            nested(Tallies.OPEN_CHILDREN_100_WEEKS, Tallies.OPEN_CHILDREN_52_WEEKS),
            new Nested(openOver(90), Tallies.OPEN_CASES_52_WEEKS.name()),
            new Nested(openOver(100), Tallies.OPEN_CASES_100_WEEKS.name()),
            new Nested(Tallies.OPEN_CASES_100_WEEKS.name(), openOver(90)),
            nested(Tallies.CHILD_IDS_OPEN, Tallies.OPEN_CHILDREN),
            nested(Tallies.CHILD_IDS_RECEIVED, Tallies.CHILDREN_RECEIVED),
            nested(Measures.COURT_READY_CHILDREN.numerator(), Tallies.OPEN_CHILDREN),
            nested(Measures.HEARING_AHEAD_CHILDREN.numerator(), Tallies.OPEN_CHILDREN),
            nested(Measures.HEARING_UNLISTED_CHILDREN.numerator(), Tallies.OPEN_CHILDREN),
            nested(Measures.HEARING_UNLISTED_CASES.numerator(), Tallies.OPEN_PRIVATE_LAW_CASES),
            nested(Measures.DUTY_CHILDREN.numerator(), Tallies.OPEN_CHILDREN),
            nested(Tallies.CHILDREN_ELIGIBLE, Tallies.OPEN_CHILDREN),
            nested(Tallies.CHILDREN_WITHIN_26_WEEKS, Tallies.CHILDREN_CLOSED),
            nested(Tallies.REPORTS_WITH_AGREED_DATE, Tallies.REPORTS_FILED),
            nested(Tallies.REPORTS_WITH_FIRST_AGREED_DATE, Tallies.REPORTS_WITH_AGREED_DATE),
            nested(Tallies.ADVISERS_WITH_CASES, Tallies.EMPLOYED),
            nested(Tallies.ADVISERS_WITH_CASES, Tallies.FAMILY_COURT_ADVISERS),
            nested(Tallies.ELIGIBLE_ADVISERS, Tallies.ADVISERS_WITH_CASES),
            nested(Tallies.advisersAbove(25), Tallies.advisersAbove(20)),
            nested(Tallies.advisersAbove(40), Tallies.advisersAbove(25)),
            nested(Tallies.advisersAtOrAbovePerFte(25), Tallies.advisersAtOrAbovePerFte(20)),
            nested(Tallies.AUDITS_GRADED, Tallies.AUDITS_COMPLETED),
            nested(Tallies.AUDITS_FEEDBACK_ANSWERED, Tallies.AUDITS_COMPLETED),
            nested(answered(Measures.AUDIT_SIGNIFICANT_LEARNING_PERCENT), Tallies.AUDITS_COMPLETED),
            nested(answered(Measures.AUDIT_INTRODUCTION_LETTER_PERCENT), Tallies.AUDITS_COMPLETED),
            nested(answered(Measures.AUDIT_RECOMMENDATIONS_SHARED_PERCENT), Tallies.AUDITS_COMPLETED),
            nested(Tallies.AUDIT_ACTIONS_MISSING, Tallies.AUDITS_COMPLETED),
            nested(Tallies.REFLECTIONS_ANSWERED, Tallies.REFLECTIONS),
            nested(Tallies.complaintsDue(10), Tallies.COMPLAINTS),
            nested(Tallies.complaintsDue(15), Tallies.complaintsDue(10)),
            nested(Tallies.complaintsDue(20), Tallies.complaintsDue(15)),
            nested(Tallies.SURVEY_RESPONSES, Tallies.SURVEY_INVITED));

    private static final List<Slice> SLICES = List.of(
            slice(Tallies.OPEN_PRIVATE_LAW_CASES, Tallies.OPEN_CASES, BreakdownKey.LAW, Law.PRIVATE.code()),
            slice(Measures.DUTY_CASES.numerator(), Tallies.OPEN_CASES, BreakdownKey.HOLDER, Holder.DUTY.code()),
            slice(Measures.HUB_CASES.numerator(), Tallies.OPEN_CASES, BreakdownKey.HOLDER, Holder.HUB.code()),
            slice(
                    Measures.UNALLOCATED_CASES.numerator(),
                    Tallies.OPEN_CASES,
                    BreakdownKey.HOLDER,
                    Holder.UNALLOCATED.code()),
            slice(Measures.DUTY_CHILDREN.numerator(), Tallies.OPEN_CHILDREN, BreakdownKey.HOLDER, Holder.DUTY.code()),
            slice(Tallies.LOCUMS, Tallies.EMPLOYED, BreakdownKey.EMPLOYMENT, Employment.LOCUM.code()),
            slice(Tallies.PERMANENT, Tallies.EMPLOYED, BreakdownKey.EMPLOYMENT, Employment.PERMANENT.code()),
            slice(Tallies.FAMILY_COURT_ADVISERS, Tallies.EMPLOYED, BreakdownKey.ROLE, Role.FAMILY_COURT_ADVISER.code()),
            slice(Tallies.SERVICE_MANAGERS, Tallies.EMPLOYED, BreakdownKey.ROLE, Role.SERVICE_MANAGER.code()),
            slice(Tallies.PRACTICE_SUPERVISORS, Tallies.EMPLOYED, BreakdownKey.ROLE, Role.PRACTICE_SUPERVISOR.code()),
            slice(Tallies.LOCAL_AUDITS, Tallies.AUDITS_COMPLETED, BreakdownKey.SOURCE, AuditSource.LOCAL.code()));

    /** Ratios in percent that are no shares: the one isn't part of the other. */
    private static final Set<String> NO_SHARES = Set.of(
            Measures.CLEARANCE_RATE_PERCENT.name(),
            Measures.TURNOVER_12_MONTH_PERCENT.name(),
            Measures.VACANCY_RATE_PERCENT.name(),
            "saturation-percent");

    /** Counts of different children: one that is in two parts counts once in the whole. */
    static final Set<String> DISTINCT = Set.of(Tallies.CHILD_IDS_OPEN.name(), Tallies.CHILD_IDS_RECEIVED.name());

    private static final Map<String, String> LAW_OF_APPLICATION = Arrays.stream(Application.values())
            .collect(Collectors.toMap(
                    Application::code, application -> application.law().code()));

    private static final String SECTION_7_ALL = "section_7_all";
    private static final Set<String> PARTS_OF_SECTION_7_ALL =
            Set.of(ReportKind.SECTION_7.code(), ReportKind.SECTION_7_ADDENDUM.code());

    private static final Period ANY = new Period(LocalDate.EPOCH, LocalDate.EPOCH);

    private final Set<CountedPart> counts;
    private final Map<String, Subject> subjects = new HashMap<>();
    private final Map<String, String> regionOfArea;
    private final Set<Measure> measures = new LinkedHashSet<>();

    /**
     * @param figures the figures of the publication
     * @param counts the counts that they show or hide
     * @param regionOfArea the region of each area, by code
     */
    CountLinks(List<Figure> figures, Set<CountedPart> counts, Map<String, String> regionOfArea) {
        this.counts = counts;
        this.regionOfArea = regionOfArea;
        for (Figure figure : figures) {
            if (measures.add(figure.measure())) {
                Tally numerator = figure.measure().numerator();
                subjects.put(numerator.name(), numerator.subject());
                figure.measure().denominator().ifPresent(whole -> subjects.put(whole.name(), whole.subject()));
            }
        }
    }

    /* The scorecards' own counts. */
    private static String openOver(int weeks) {
        return Tallies.openCasesOver(weeks * 7).name();
    }

    private static Nested nested(Tally part, Tally whole) {
        return new Nested(part.name(), whole.name());
    }

    private static Slice slice(Tally counted, Tally whole, BreakdownKey key, String value) {
        return new Slice(counted.name(), whole.name(), key, value);
    }

    private static Tally answered(Measure share) {
        return share.denominator().orElseThrow();
    }

    /** Tells of all links. */
    void link(Links linked) {
        totals(linked);
        nested(linked);
        for (Slice slice : SLICES) {
            for (CountedPart count : named(slice.counted)) {
                if (count.value(slice.key)
                        .filter(value -> !value.equals(slice.value))
                        .isPresent()) {
                    continue;
                }
                whereCounted(count.of(slice.whole).with(slice.key, slice.value))
                        .ifPresent(same -> linked.balance(List.of(same), List.of(count)));
                if (slice.key == BreakdownKey.LAW
                        && count.value(BreakdownKey.APPLICATION)
                                .map(LAW_OF_APPLICATION::get)
                                .filter(slice.value::equals)
                                .isPresent()) {
                    whereCounted(count.of(slice.whole))
                            .ifPresent(same -> linked.balance(List.of(same), List.of(count)));
                } else if (count.value(slice.key).isEmpty()) {
                    whereCounted(count.of(slice.whole)).ifPresent(whole -> linked.within(count, whole));
                }
            }
        }
        grades(linked);
        hearings(linked);
        holders(linked);
        staff(linked);
        flow(linked);
        months(linked);
    }

    private void nested(Links linked) {
        Set<Nested> all = new HashSet<>(NESTED);
        measures.stream()
                .filter(measure -> measure.unit().equals("percent") && !NO_SHARES.contains(measure.name()))
                .filter(measure -> measure.numeratorKeys().isEmpty())
                .forEach(measure -> measure.denominator()
                        .filter(whole -> whole.subject() == measure.numerator().subject())
                        .ifPresent(whole -> all.add(nested(measure.numerator(), whole))));
        for (CountedPart part : counts) {
            for (Nested nested : all) {
                if (nested.part.equals(part.counted())) {
                    CountedPart sameDays = part.of(nested.whole);
                    LocalDate last = part.period().last();
                    whereCounted(sameDays)
                            .or(() -> whereCounted(sameDays.over(new Period(last, last))))
                            .filter(whole -> !whole.equals(part))
                            .ifPresent(whole -> linked.within(part, whole));
                }
            }
        }
    }

    private List<CountedPart> named(String counted) {
        return counts.stream().filter(count -> count.counted().equals(counted)).toList();
    }

    private Optional<CountedPart> whereCounted(CountedPart count) {
        return counts.contains(count) ? Optional.of(count) : Optional.empty();
    }

    private void grades(Links linked) {
        for (CountedPart count : named(Tallies.AUDITS_GOOD_OR_OUTSTANDING.name())) {
            CountedPart graded = count.of(Tallies.AUDITS_GRADED.name());
            List<CountedPart> grades = List.of(
                    graded.with(BreakdownKey.GRADE, Grade.GOOD.code()),
                    graded.with(BreakdownKey.GRADE, Grade.OUTSTANDING.code()));
            if (counts.containsAll(grades)) {
                linked.balance(List.of(count), grades);
            }
        }
    }

    private void hearings(Links linked) {
        for (CountedPart whole : named(Tallies.OPEN_PRIVATE_LAW_CASES.name())) {
            withRest(
                    linked,
                    whole,
                    Measures.COURT_READY_CASES.numerator(),
                    Measures.HEARING_AHEAD_CASES.numerator(),
                    Measures.HEARING_UNLISTED_CASES.numerator());
        }
    }

    /* Counts of different rows of the whole, where there are several. */
    private void withRest(Links linked, CountedPart whole, Tally... tallies) {
        List<CountedPart> parts = Arrays.stream(tallies)
                .flatMap(tally -> whereCounted(whole.of(tally.name())).stream())
                .toList();
        if (parts.size() > 1) {
            linked.total(whole, parts, Addition.WITH_REST);
        }
    }

    /* By area or team it is not so: advisers lead cases of other areas, and what they lead counts by their own. */
    private void holders(Links linked) {
        for (CountedPart whole : named(Tallies.OPEN_CASES.name())) {
            if (whole.part().isEmpty()) {
                withRest(
                        linked,
                        whole,
                        Tallies.CASES_OF_ADVISERS,
                        Measures.DUTY_CASES.numerator(),
                        Measures.HUB_CASES.numerator(),
                        Measures.UNALLOCATED_CASES.numerator());
            }
        }
    }

    private void staff(Links linked) {
        for (CountedPart whole : named(Tallies.EMPLOYED.name())) {
            withRest(linked, whole, Tallies.LOCUMS, Tallies.PERMANENT);
        }
        for (CountedPart joiners : named(Tallies.JOINERS.name())) {
            stock(linked, joiners, Tallies.LEAVERS, Tallies.EMPLOYED);
        }
    }

    /* What there was the day before a period and what came in it are what went in it and what there is at its end. */
    private void stock(Links linked, CountedPart came, Tally went, Tally there) {
        LocalDate last = came.period().last();
        LocalDate before = came.period().first().minusDays(1);
        CountedPart stock = came.of(there.name());
        List<CountedPart> one = List.of(came, stock.over(new Period(before, before)));
        List<CountedPart> other = List.of(came.of(went.name()), stock.over(new Period(last, last)));
        if (counts.containsAll(one) && counts.containsAll(other)) {
            linked.balance(one, other);
        }
    }

    private void flow(Links linked) {
        for (CountedPart received : named(Tallies.CASES_RECEIVED.name())) {
            if (!Measures.NET_CHANGE.hasKeys(received.part().keySet())) {
                continue;
            }
            stock(linked, received, Tallies.CASES_CLOSED, Tallies.OPEN_CASES);
            CountedPart netChange = received.of(Measures.NET_CHANGE.numerator().name());
            CountedPart closed = received.of(Tallies.CASES_CLOSED.name());
            if (counts.contains(netChange) && counts.contains(closed)) {
                linked.balance(List.of(received), List.of(netChange, closed));
            }
        }
    }

    /* Periods that follow each other without a gap, from the first day of a longer one to its last. */
    private void months(Links linked) {
        Map<CountedPart, NavigableMap<LocalDate, CountedPart>> shortest = new LinkedHashMap<>();
        for (CountedPart count : counts) {
            Period period = count.period();
            if (!period.first().equals(period.last())) {
                shortest.computeIfAbsent(count.over(ANY), any -> new TreeMap<>())
                        .merge(
                                period.first(),
                                count,
                                (one, other) -> one.period()
                                                .last()
                                                .isBefore(other.period().last())
                                        ? one
                                        : other);
            }
        }
        for (CountedPart whole : counts) {
            Map<LocalDate, CountedPart> byFirst = shortest.getOrDefault(whole.over(ANY), new TreeMap<>());
            List<CountedPart> parts = new ArrayList<>();
            LocalDate next = whole.period().first();
            for (CountedPart part = byFirst.get(next);
                    part != null
                            && !part.equals(whole)
                            && !part.period().last().isAfter(whole.period().last());
                    part = byFirst.get(next)) {
                parts.add(part);
                next = part.period().last().plusDays(1);
            }
            if (parts.size() > 1 && next.minusDays(1).equals(whole.period().last())) {
                linked.total(whole, parts, Addition.WHERE_IT_FITS);
            }
        }
    }

    // -------------------------------------------------------------------------- totals by keys

    private void totals(Links linked) {
        for (BreakdownKey key : BreakdownKey.values()) {
            total(
                    linked,
                    key,
                    count -> count.value(key)
                            .filter(value -> !value.equals(SECTION_7_ALL))
                            .map(value -> count.without(key)));
        }
        total(
                linked,
                BreakdownKey.AREA,
                count -> group(count, BreakdownKey.AREA, BreakdownKey.REGION, regionOfArea::get));
        total(
                linked,
                BreakdownKey.APPLICATION,
                count -> group(count, BreakdownKey.APPLICATION, BreakdownKey.LAW, LAW_OF_APPLICATION::get));
        total(
                linked,
                BreakdownKey.LAW,
                count -> group(count, BreakdownKey.COMPLETION, BreakdownKey.LAW, any -> Law.PRIVATE.code()));
        total(
                linked,
                BreakdownKey.REPORT,
                count -> count.value(BreakdownKey.REPORT)
                        .filter(PARTS_OF_SECTION_7_ALL::contains)
                        .map(value -> count.with(BreakdownKey.REPORT, SECTION_7_ALL)));
    }

    /** The count of the group that a count's value of a key belongs to. */
    private static Optional<CountedPart> group(
            CountedPart count, BreakdownKey key, BreakdownKey groupKey, Function<String, @Nullable String> groupOf) {
        return count.value(groupKey).isPresent()
                ? Optional.empty()
                : count.value(key).map(groupOf).map(group -> count.without(key).with(groupKey, group));
    }

    private void total(Links linked, BreakdownKey key, Function<CountedPart, Optional<CountedPart>> wholeOf) {
        Map<CountedPart, List<CountedPart>> totals = new LinkedHashMap<>();
        for (CountedPart count : counts) {
            wholeOf.apply(count)
                    .flatMap(this::whereCounted)
                    .ifPresent(whole -> totals.computeIfAbsent(whole, first -> new ArrayList<>())
                            .add(count));
        }
        totals.forEach((whole, parts) -> linked.total(whole, parts, addition(whole, key)));
    }

    private Addition addition(CountedPart whole, BreakdownKey key) {
        Subject subject = subjects.get(whole.counted());
        return DISTINCT.contains(whole.counted()) || subject != null && subject.mayHaveSeveral(key)
                ? Addition.OVERLAPPING
                : subject != null && subject.alwaysHas(key) ? Addition.EXACT : Addition.WITH_REST;
    }
}
