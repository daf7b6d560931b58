package org.cafcass.model.synthetic;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.cafcass.model.synthetic.CaseFile.NEVER;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cafcass.model.CaseId;
import org.cafcass.model.Law;

/** Makes the cases of a scenario: when each was received and closed, with how many children, in which area. */
final class Intake {
    private static final int LARGEST_FAMILY = 8;
    private static final int TRIES = 60;

    private final Scenario scenario;
    private final Scale scale;
    private final WorkingDays workingDays;
    private final Draw draw;
    private final Identifiers identifiers;

    Intake(Scenario scenario, Scale scale, WorkingDays workingDays, Draw draw) {
        this.scenario = scenario;
        this.scale = scale;
        this.workingDays = workingDays;
        this.draw = draw;
        this.identifiers = new Identifiers('k', draw);
    }

    /** The cases in the order they were received. */
    List<CaseFile> cases() {
        List<CaseFile> cases = new ArrayList<>();
        long casesBefore = 0;
        long siblingsBefore = 0;
        int siblingsOwed = 0;
        for (Flow flow : scenario.flows()) {
            int count = scale.part(casesBefore, flow.cases());
            siblingsOwed += scale.part(siblingsBefore, flow.children() - flow.cases());
            int siblings = Math.min(siblingsOwed, count * (LARGEST_FAMILY - 1));
            for (int family : families(count, siblings)) {
                cases.add(made(flow, family));
            }
            siblingsOwed -= siblings;
            casesBefore += flow.cases();
            siblingsBefore += flow.children() - flow.cases();
        }
        draw.shuffle(cases);
        placeInAreas(cases);
        cases.sort(Comparator.comparingInt(file -> file.received));
        linkReturning(cases);
        return cases;
    }

    /** How many children each case has: one, and each sibling falls on any of the cases. */
    private int[] families(int cases, int siblings) {
        int[] families = new int[cases];
        Arrays.fill(families, 1);
        int left = siblings;
        while (left > 0) {
            int i = draw.below(cases);
            if (families[i] < LARGEST_FAMILY) {
                families[i]++;
                left--;
            }
        }
        return families;
    }

    private CaseFile made(Flow flow, int children) {
        CaseKind kind = flow.kind();
        CaseId id = new CaseId(identifiers.next());
        if (flow.open()) {
            int received = receivedStillOpen(flow);
            return new CaseFile(kind, received, NEVER, children, id, kind.application(draw));
        }
        int[] days = receivedAndClosed(flow);
        return new CaseFile(kind, days[0], days[1], children, id, kind.application(draw));
    }

    private int receivedStillOpen(Flow flow) {
        int asAt = scenario.asAtDay();
        double atMost = flow.kind().stillOpen(Math.max(1, asAt - flow.receivedTo() + 1));
        int received = 0;
        for (int i = 0; i < TRIES; i++) {
            received = workingDays.any(flow.receivedFrom(), flow.receivedTo(), draw);
            if (draw.share() * atMost <= flow.kind().stillOpen(Math.max(1, asAt - received))) {
                break;
            }
        }
        return received;
    }

    /** Days within the cell's stretches and limits, drawn by the kind's density; its last try that keeps the limits will do. */
    private int[] receivedAndClosed(Flow flow) {
        double peak = peak(flow);
        int[] days = null;
        for (int i = 0; i < TRIES || days == null; i++) {
            int received = workingDays.any(flow.receivedFrom(), flow.receivedTo(), draw);
            int closed = workingDays.any(flow.closedFrom(), flow.closedTo(), draw);
            int duration = closed - received;
            if (duration >= flow.leastDays() && duration <= flow.mostDays()) {
                days = new int[] {received, closed};
                if (draw.share() * peak <= flow.kind().density(duration)) {
                    break;
                }
            }
        }
        return days;
    }

    /** About the highest density within the cell. */
    private static double peak(Flow flow) {
        int shortest = Math.max(flow.leastDays(), flow.closedFrom() - flow.receivedTo() + 1);
        int longest = Math.min(flow.mostDays(), flow.closedTo() - 1 - flow.receivedFrom());
        double peak = 0;
        for (int i = 0; i <= 16; i++) {
            peak = Math.max(peak, flow.kind().density(shortest + (longest - shortest) * i / 16));
        }
        return peak;
    }

    /** Each law and year has its number of cases for each area; what was received earlier or later follows the year next to it. */
    private void placeInAreas(List<CaseFile> cases) {
        for (Law law : Law.values()) {
            cases.stream()
                    .filter(file -> file.law() == law)
                    .collect(groupingBy(file -> yearOf(file.received), TreeMap::new, toList()))
                    .forEach((year, some) -> place(
                            some, law, Math.max(0, Math.min(scenario.years().size() - 1, year))));
        }
    }

    private int yearOf(int day) {
        for (int year = 0; year < scenario.years().size(); year++) {
            if (scenario.years().get(year).contains(day)) {
                return year;
            }
        }
        return day < scenario.years().get(0).first() ? -1 : scenario.years().size();
    }

    private void place(List<CaseFile> cases, Law law, int year) {
        List<AreaShare> areas = scenario.areas();
        int[] left = Scale.shareOut(
                cases.size(),
                areas.stream().mapToInt(area -> area.received(law, year)).toArray());
        double[] weights = new double[left.length];
        for (CaseFile file : cases) {
            int weeks = file.daysBy(scenario.asAtDay()) / 7;
            double sum = 0;
            for (int i = 0; i < left.length; i++) {
                double pace = areas.get(i).pace();
                weights[i] = left[i] * (weeks > 60 ? pace * pace * pace : weeks > 30 ? pace : 1 / pace);
                sum += weights[i];
            }
            double at = draw.share() * sum;
            int area = 0;
            while (area < left.length - 1 && (at >= weights[area] || left[area] == 0)) {
                at -= weights[area++];
            }
            while (left[area] == 0) {
                area--;
            }
            file.area = area;
            left[area]--;
        }
    }

    /** About one case in six follows an earlier one; where that one is in the extract, its children come back with it. */
    private void linkReturning(List<CaseFile> cases) {
        Map<Integer, List<CaseFile>> earlierByArea = new HashMap<>();
        for (CaseFile file : cases) {
            int place = 2 * file.area + file.law().ordinal();
            List<CaseFile> earlier = earlierByArea.computeIfAbsent(place, key -> new ArrayList<>());
            if (draw.happens(0.17)) {
                file.previousId = new CaseId(identifiers.next());
                CaseFile candidate = earlier.isEmpty() ? file : draw.of(earlier);
                if (candidate.closed < file.received && draw.happens(0.5)) {
                    file.previous = candidate;
                    file.previousId = candidate.id;
                }
            }
            earlier.add(file);
        }
    }
}
