package org.cafcass.model.synthetic;

import static org.cafcass.model.synthetic.CaseFile.NEVER;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.cafcass.model.AdviserId;
import org.cafcass.model.Employment;
import org.cafcass.model.Law;
import org.cafcass.model.Role;
import org.cafcass.model.Team;
import org.cafcass.model.synthetic.Scenario.Cohort;
import org.cafcass.model.synthetic.Scenario.Pin;
import org.cafcass.model.synthetic.Scenario.Year;

/** Makes the staff: who was there two years ago, and who joined and left in each of the two years. */
final class Staff {
    private static final int[] TENTHS = {10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 8, 8, 9, 6};
    private static final int SHORTEST_STAY = 40;

    /** Its multiples spread evenly over 0 to 1, so that every few people are of each team by its share. */
    private static final double GOLDEN_RATIO = 0.6180339887498949;

    private final Scenario scenario;
    private final Scale scale;
    private final WorkingDays workingDays;
    private final Draw draw;
    private final Identifiers identifiers;
    private final int[] weights;
    private final int[] turnover;
    private int made;

    Staff(Scenario scenario, Scale scale, WorkingDays workingDays, Draw draw) {
        this.scenario = scenario;
        this.scale = scale;
        this.workingDays = workingDays;
        this.draw = draw;
        this.identifiers = new Identifiers('a', draw);
        this.weights = scenario.areas().stream()
                .mapToInt(area -> 10 * area.received(Law.PUBLIC, 1) + 6 * area.received(Law.PRIVATE, 1))
                .toArray();
        this.turnover = scenario.areas().stream()
                .mapToInt(area -> draw.between(75, 130))
                .toArray();
    }

    List<AdviserFile> advisers() {
        List<AdviserFile> all = new ArrayList<>();
        for (Cohort cohort : scenario.cohorts()) {
            all.addAll(members(cohort));
        }
        meetChangeOfHours(all, file -> file.role == Role.FAMILY_COURT_ADVISER, scenario.adviserTenthsChange());
        meetChangeOfHours(all, file -> file.role != Role.FAMILY_COURT_ADVISER, scenario.managerTenthsChange());
        return all;
    }

    private List<AdviserFile> members(Cohort cohort) {
        List<AdviserFile> members = new ArrayList<>();
        int[] there = byArea(cohort.atStart(), cohort, Pin::atStart, weights);
        for (int area = 0; area < there.length; area++) {
            for (int i = 0; i < there[area]; i++) {
                int first = scenario.years().get(0).first();
                members.add(member(
                        cohort, area, workingDays.lastBefore(first - draw.between(1, 300) * draw.between(1, 14))));
            }
        }
        for (int year = 0; year < scenario.years().size(); year++) {
            int of = year;
            int[] leavers = byArea(
                    cohort.leavers().get(year), cohort, pin -> pin.leavers().get(of), leaverWeights());
            int[] joiners = byArea(
                    cohort.joiners().get(year), cohort, pin -> pin.joiners().get(of), leavers);
            int stillToLeave = 0;
            for (int area = 0; area < joiners.length; area++) {
                join(cohort, area, scenario.years().get(year), joiners[area], members);
                stillToLeave += leave(leavers[area], scenario.years().get(year), members, Set.of(area));
            }
            leave(stillToLeave, scenario.years().get(year), members, unpinned(cohort));
        }
        return members;
    }

    private int[] leaverWeights() {
        int[] product = new int[weights.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = weights[i] * turnover[i] / 100;
        }
        return product;
    }

    /** Shares a number of people out over the areas: the pinned areas have theirs, the others share the rest. */
    private int[] byArea(int people, Cohort cohort, ToIntFunction<Pin> pinned, int[] shares) {
        int[] open = shares.clone();
        int rest = people;
        for (Pin pin : cohort.pins()) {
            open[scenario.areaIndex(pin.areaCode())] = 0;
            rest -= pinned.applyAsInt(pin);
        }
        int[] counts = Scale.shareOut(scale.of(rest), open);
        for (Pin pin : cohort.pins()) {
            counts[scenario.areaIndex(pin.areaCode())] = scale.of(pinned.applyAsInt(pin));
        }
        return counts;
    }

    private Set<Integer> unpinned(Cohort cohort) {
        Set<Integer> areas = new HashSet<>();
        for (int area = 0; area < weights.length; area++) {
            areas.add(area);
        }
        cohort.pins().forEach(pin -> areas.remove(scenario.areaIndex(pin.areaCode())));
        return areas;
    }

    private void join(Cohort cohort, int area, Year year, int joiners, List<AdviserFile> members) {
        for (int i = 0; i < joiners; i++) {
            members.add(member(cohort, area, workingDays.any(year.first(), year.last() + 1, draw)));
        }
    }

    /** Lets so many members of the areas leave in the year; says how many there were too few. */
    private int leave(int leavers, Year year, List<AdviserFile> members, Set<Integer> areas) {
        List<AdviserFile> candidates = new ArrayList<>(members.stream()
                .filter(member -> areas.contains(member.area)
                        && member.left == NEVER
                        && member.started + SHORTEST_STAY <= year.last() - SHORTEST_STAY)
                .toList());
        draw.shuffle(candidates);
        int leaving = Math.min(leavers, candidates.size());
        for (AdviserFile leaver : candidates.subList(0, leaving)) {
            int from = Math.max(year.first(), leaver.started + SHORTEST_STAY);
            leaver.left = workingDays.any(from, year.last() + 1, draw);
        }
        return leavers - leaving;
    }

    private AdviserFile member(Cohort cohort, int area, int started) {
        AdviserId id = new AdviserId(identifiers.next());
        int tenths = TENTHS[draw.below(TENTHS.length)];
        return new AdviserFile(id, cohort.role(), cohort.employment(), team(cohort, area), area, started, tenths);
    }

    private Team team(Cohort cohort, int area) {
        double turn = GOLDEN_RATIO * made++;
        double share = turn - Math.floor(turn);
        boolean privateLaw = scenario.areas().get(area).received(Law.PRIVATE, 1) > 0;
        if (cohort.role() == Role.SERVICE_MANAGER || cohort.employment() == Employment.ASSOCIATE) {
            return Team.AFTER_FIRST_HEARING;
        }
        if (share < 0.055) {
            return Team.HUB;
        }
        if (share < 0.085) {
            return Team.IMPROVEMENT;
        }
        return privateLaw && share < 0.275 ? Team.TO_FIRST_HEARING : Team.AFTER_FIRST_HEARING;
    }

    /** Changes the hours of people who joined or left in the last year by tenths until the year's change is the paper's. */
    private void meetChangeOfHours(List<AdviserFile> all, Predicate<AdviserFile> some, int change) {
        Year last = scenario.years().get(scenario.years().size() - 1);
        int wanted = scale.of(change);
        int missing = wanted - tenths(all, some, last.last()) + tenths(all, some, last.first() - 1);
        for (int pass = 0; pass < 4; pass++) {
            for (AdviserFile file : all) {
                boolean wasThere = file.isEmployedAt(last.first() - 1);
                boolean isThere = file.isEmployedAt(last.last());
                if (missing != 0 && some.test(file) && wasThere != isThere) {
                    int step = isThere ? Integer.signum(missing) : -Integer.signum(missing);
                    int tenths = Math.max(4, Math.min(10, file.tenths + step));
                    missing -= isThere ? tenths - file.tenths : file.tenths - tenths;
                    file.tenths = tenths;
                }
            }
        }
    }

    private static int tenths(List<AdviserFile> all, Predicate<AdviserFile> some, int day) {
        return all.stream()
                .filter(some)
                .filter(file -> file.isEmployedAt(day))
                .mapToInt(file -> file.tenths)
                .sum();
    }
}
