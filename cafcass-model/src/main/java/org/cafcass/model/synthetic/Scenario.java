package org.cafcass.model.synthetic;

import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cafcass.model.AuditScale;
import org.cafcass.model.Employment;
import org.cafcass.model.Law;
import org.cafcass.model.Role;
import org.cafcass.model.Team;

/**
 * What an extract is to show: the days and counts of one published paper. Its flow and area tables are resources named
 * after it.
 *
 * @param asAtDay the epoch day the extract is made on
 * @param years the two years of the paper's comparisons, the later one last
 * @param closures working days on which the organisation was closed
 * @param flows how many cases and children came and went
 * @param areas the service areas
 * @param listings open private law cases with a filed report, by how the next hearing is listed
 * @param section7 reports ordered by year, addenda not included
 * @param addenda addendum reports ordered by year
 * @param filing how long reports took
 * @param engagement engagement with the children in open cases
 * @param cohorts the staff by role and employment
 * @param adviserTenthsChange the last year's change in the family court advisers' hours, in tenths of a full-time equivalent
 * @param managerTenthsChange the same of the other roles
 * @param caseloads what the advisers of a team lead on a day
 * @param heldElsewhere the two days on which it is decided who holds each case, and who holds what no adviser leads
 * @param auditCover the stretch in which so many of the eligible advisers had a local audit
 * @param localAudits local audits by year
 * @param nationalAudits audits of the national improvement service
 * @param feedback feedback by year
 * @param sickness working days lost by quarter
 * @param surveys staff surveys
 * @param stages how many private law cases wait for their first hearing, where the paper says so
 * @param guardians appointments under rule 16.4, where the paper counts them
 * @param growth who holds the cases that came on top since an earlier day, where the paper says so
 * @param waits how long cases waited for their first lead, where the paper says so
 */
record Scenario(
        String name,
        int asAtDay,
        List<Year> years,
        List<LocalDate> closures,
        List<Flow> flows,
        List<AreaShare> areas,
        Map<CaseFile.Listing, Holding> listings,
        List<Integer> section7,
        List<Integer> addenda,
        List<FilingTarget> filing,
        Engagement engagement,
        List<Cohort> cohorts,
        int adviserTenthsChange,
        int managerTenthsChange,
        List<Caseload> caseloads,
        List<HeldElsewhere> heldElsewhere,
        AuditCover auditCover,
        List<LocalAudits> localAudits,
        List<NationalAudit> nationalAudits,
        List<FeedbackYear> feedback,
        List<Sickness> sickness,
        List<Survey> surveys,
        List<Stage> stages,
        Optional<Guardians> guardians,
        Optional<Growth> growth,
        List<Wait> waits) {

    /** So many private law cases wait for their first hearing on a day. */
    record Stage(int day, int cases) {}

    /** Open cases with a guardian under rule 16.4 on a day by age; closed ones in a year, and how long they took. */
    record Guardians(
            int day, int young, int over52Weeks, int over100Weeks, Year year, int closed, double closedMeanWeeks) {}

    /** So many local audits in a stretch of days, of such a share of the eligible advisers. */
    record AuditCover(Year stretch, int audits, double advisersPercent) {}

    /** So many of so many. */
    record Share(int count, int of) {
        <T> List<T> firstOf(List<T> list) {
            return list.subList(0, (int) Math.round((double) list.size() * count / of));
        }
    }

    /** The local audits of a year: how many were collaborative, showed a letter of introduction, and in its last month recommendations shared. */
    record LocalAudits(
            Year year,
            AuditScale scale,
            double goodPercent,
            Share collaborativePublic,
            Share collaborativePrivate,
            Share letterPublic,
            Share letterPrivate,
            Share sharedPublic,
            Share sharedPrivate) {

        int publicLaw() {
            return collaborativePublic.of();
        }

        int total() {
            return collaborativePublic.of() + collaborativePrivate.of();
        }

        Share collaborative(Law law) {
            return law == Law.PUBLIC ? collaborativePublic : collaborativePrivate;
        }

        Share letter(Law law) {
            return law == Law.PUBLIC ? letterPublic : letterPrivate;
        }

        Share shared(Law law) {
            return law == Law.PUBLIC ? sharedPublic : sharedPrivate;
        }
    }

    /** An audit of the national improvement service: how many files got each grade of the scale, the lowest first. */
    record NationalAudit(Year month, AuditScale scale, List<Integer> grades) {}

    /** What was said in a year; of the reflections, how many were positive. */
    record FeedbackYear(Year year, int reflections, int positive, int complaints, int compliments) {}

    /**
     * Working days lost per full-time equivalent.
     *
     * @param over the days over which so many are lost, with those that were lost in them for what was said before
     * @param daysPerFte how many
     * @param covid whether for covid-19, or for other reasons
     * @param stretch the days of them on which they are lost
     */
    record Sickness(Year over, double daysPerFte, boolean covid, Year stretch) {
        Sickness(Year stretch, double daysPerFte, boolean covid) {
            this(stretch, daysPerFte, covid, stretch);
        }
    }

    /** A staff survey and who agreed, in percent of the responses, by question. */
    record Survey(String name, LocalDate closedOn, int invited, int responses, Map<String, Double> agreedPercent) {}

    /** Means of the reports filed in a year in working weeks, and the share of section 7 reports put back. */
    record FilingTarget(
            Year year, double publicLawWeeks, double letterWeeks, double section7Weeks, double extendedPercent) {}

    /** Of the children in open cases that are expected to have one, how many have an engagement record; of those, how many were seen in person. */
    record Engagement(double recordedPercent, double inPersonPercent) {}

    /**
     * People of one role and employment.
     *
     * @param atStart how many there were the day before the first year
     * @param joiners how many joined in each year
     * @param leavers how many left in each year
     * @param pins the areas whose numbers are given; they count in the whole
     */
    record Cohort(
            Role role,
            Employment employment,
            int atStart,
            List<Integer> joiners,
            List<Integer> leavers,
            List<Pin> pins) {}

    /** An area's part of a cohort. */
    record Pin(String areaCode, int atStart, List<Integer> joiners, List<Integer> leavers) {}

    /**
     * What the family court advisers of a team lead on a day.
     *
     * @param advisers how many lead a case
     * @param recentAfter who started after this day is recent
     * @param recent how many of them are
     * @param meanPerFte cases per full-time equivalent
     * @param percent20 the share with 20 or more per full-time equivalent, 0 where it is free
     * @param percent25 the share with 25 or more
     * @param fewest the fewest cases per full-time equivalent
     * @param perFte whether 20 and 25 are cases per full-time equivalent, or each adviser's cases, more than 20 and 25
     * @param most the most, where the share with 20 or more is free
     */
    record Caseload(
            Team team,
            int day,
            int advisers,
            int recentAfter,
            int recent,
            double meanPerFte,
            double percent20,
            double percent25,
            double fewest,
            double most,
            boolean perFte) {}

    /** How many of the open cases that no adviser leads are in hubs, on duty, with a lead who has left, led by service managers; practice supervisors lead the others. */
    record HeldElsewhere(
            int day, int hub, int duty, int leadHasLeft, int managers, Optional<Supervision> supervision) {}

    /**
     * What practice supervisors and service managers hold, where the paper says so; hubs then hold what is left.
     *
     * @param dutyByManagers the duty cases that service managers hold
     * @param meanPerSupervisor cases that a practice supervisor leads or supports
     * @param above12Percent the share of supervisors with more than 12
     * @param leadPercent the share of what they hold that they lead
     * @param saturationPercent load over capacity of the teams after first hearing, at 2.5 points for a case to first hearing and 4 for another
     * @param pressed the areas whose saturation is above 90%, and whose service managers hold more than 20 cases each on duty
     * @param dutyByArea the cases on duty in some areas; the others share the rest
     * @param dutyChildren the children in the cases on duty
     * @param hubChildren the children in the cases in hubs
     */
    record Supervision(
            int dutyByManagers,
            double meanPerSupervisor,
            double above12Percent,
            double leadPercent,
            double saturationPercent,
            Set<String> pressed,
            Map<String, Integer> dutyByArea,
            int dutyChildren,
            int hubChildren) {}

    /** By holder, how many more cases and children there are on the last day of {@code heldElsewhere} than on a day before the others. */
    record Growth(int day, Holding permanentAdvisers, Holding locums, Holding managersAndDuty, Holding hubs) {}

    /**
     * Mean days from receipt to the first lead, where that begins in a stretch of days.
     *
     * @param pressed the areas with a mean of their own; every other is below the whole
     */
    record Wait(Year stretch, double meanDays, Set<String> pressed, double pressedMeanDays) {}

    /** A stretch of epoch days, both in. */
    record Year(int first, int last) {
        static Year of(String first, String last) {
            return new Year((int) LocalDate.parse(first).toEpochDay(), (int)
                    LocalDate.parse(last).toEpochDay());
        }

        boolean contains(int day) {
            return first <= day && day <= last;
        }
    }

    /** So many cases with so many children. */
    record Holding(int cases, int children) {}

    private static final ImmutableMap<String, Scenario> ALL =
            ImmutableMap.of("national-2025", National2025.scenario(), "national-2022", National2022.scenario());

    static List<String> names() {
        return ALL.keySet().asList();
    }

    static Scenario named(String name) {
        Scenario scenario = ALL.get(name);
        if (scenario == null) {
            throw new IllegalArgumentException(
                    "Invalid scenario: " + name + " is not one of " + String.join(", ", ALL.keySet()));
        }
        return scenario;
    }

    static List<LocalDate> days(String text) {
        return Arrays.stream(text.split(" ")).map(LocalDate::parse).toList();
    }

    /** The position of an area. */
    int areaIndex(String code) {
        for (int i = 0; i < areas.size(); i++) {
            if (areas.get(i).area().areaCode().value().equals(code)) {
                return i;
            }
        }
        throw new IllegalStateException("No area " + code);
    }

    Holding listing(CaseFile.Listing listing) {
        return listings.getOrDefault(listing, new Holding(0, 0));
    }

    LocalDate asAt() {
        return LocalDate.ofEpochDay(asAtDay);
    }
}
