package org.cafcass.model.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cafcass.model.AllocationKind;
import org.cafcass.model.Law;
import org.cafcass.model.synthetic.Scenario.Wait;

/**
 * Lets cases that may wait be allocated later, on duty until then, until the mean days to the first lead are the paper's. Who holds a
 * case on a day on which that was decided does not change.
 */
final class Waits {
    /* How much of what an area with a mean of its own lacks comes from cases that were first led before the stretch. */
    private static final double FROM_BEFORE = 0.5;
    private static final int PASSES = 8;

    private final Scenario scenario;
    private final WorkingDays workingDays;
    private final Draw draw;
    private final Holdings holdings;
    private final Map<CaseFile, List<AllocationRow>> rows;

    Waits(
            Scenario scenario,
            WorkingDays workingDays,
            Draw draw,
            Holdings holdings,
            Map<CaseFile, List<AllocationRow>> rows) {
        this.scenario = scenario;
        this.workingDays = workingDays;
        this.draw = draw;
        this.holdings = holdings;
        this.rows = rows;
    }

    /** The later stretches first: what they take from an earlier one is made up for there. */
    void meet() {
        for (int i = scenario.waits().size() - 1; i >= 0; i--) {
            new Stretch(scenario.waits().get(i)).meet();
        }
    }

    /** The days of a stretch, and by area how many cases are first led in it after how many days. */
    private final class Stretch {
        private final Wait wait;
        private final int first;
        private final int last;
        private final long[] days = new long[scenario.areas().size()];
        private final long[] cases = new long[scenario.areas().size()];
        private final List<List<CaseFile>> mayWait = new ArrayList<>();

        Stretch(Wait wait) {
            this.wait = wait;
            this.first = wait.stretch().first();
            this.last = wait.stretch().last();
            scenario.areas().forEach(area -> mayWait.add(new ArrayList<>()));
            rows.forEach((file, held) -> {
                int led = AllocationRow.firstLed(held);
                if (first <= led && led <= last) {
                    days[file.area] += led - file.received;
                    cases[file.area]++;
                }
                if (led <= last && file.law() == Law.PRIVATE && !file.highRisk && latest(file, held) >= first) {
                    mayWait.get(file.area).add(file);
                }
            });
            mayWait.forEach(draw::shuffle);
        }

        void meet() {
            List<Integer> others = new ArrayList<>();
            for (int area = 0; area < days.length; area++) {
                if (wait.pressed()
                        .contains(scenario.areas().get(area).area().areaCode().value())) {
                    double lacking = wait.pressedMeanDays() * cases[area] - days[area];
                    delayFromBefore(area, lacking * FROM_BEFORE);
                    delayWithin(area, wait.pressedMeanDays());
                } else if (!mayWait.get(area).isEmpty()) {
                    others.add(area);
                }
            }
            double ofOthers = others.stream()
                    .mapToDouble(
                            area -> cases[area] * scenario.areas().get(area).pace())
                    .sum();
            long daysOfOthers = others.stream().mapToLong(area -> days[area]).sum();
            double wanted = wait.meanDays() * Arrays.stream(cases).sum()
                    - Arrays.stream(days).sum()
                    + daysOfOthers;
            others.forEach(area -> delayWithin(
                    area, wanted / ofOthers * scenario.areas().get(area).pace()));
        }

        /** Cases that were led before the stretch are first led in it, until the days beyond the area's mean are as many as lacked. */
        private void delayFromBefore(int area, double lacking) {
            double left = lacking;
            for (CaseFile file : mayWait.get(area)) {
                List<AllocationRow> held = held(file);
                int latest = latest(file, held);
                int beyond = latest - file.received - (int) wait.pressedMeanDays();
                if (left > beyond && beyond > 0 && AllocationRow.firstLed(held) < first) {
                    int day = workingDays.lastBefore(draw.between(first + 1, latest + 1));
                    day = day < first || !AllocationRow.isLedOn(held, day) ? latest : day;
                    AllocationRow.firstLedOn(held, day);
                    days[area] += day - file.received;
                    cases[area]++;
                    left -= beyond;
                }
            }
        }

        /** Cases that are first led in the stretch are so later in it, until the area's mean is met. */
        private void delayWithin(int area, double mean) {
            for (int pass = 0; pass < PASSES; pass++) {
                for (CaseFile file : mayWait.get(area)) {
                    long lacking = Math.round(mean * cases[area]) - days[area];
                    List<AllocationRow> held = held(file);
                    int led = AllocationRow.firstLed(held);
                    int most = (int) Math.min(lacking, latest(file, held) - led);
                    if (led >= first && most > 0) {
                        int day = workingDays.lastBefore(led + draw.between(1, most) + 1);
                        if (day > led && AllocationRow.isLedOn(held, day)) {
                            AllocationRow.firstLedOn(held, day);
                            days[area] += day - led;
                        }
                    }
                }
            }
        }

        private List<AllocationRow> held(CaseFile file) {
            return Objects.requireNonNull(rows.get(file));
        }

        /** The last day of the stretch on which the case can be led for the first time. */
        private int latest(CaseFile file, List<AllocationRow> held) {
            int end = last;
            for (int i = 0; i < holdings.days().size(); i++) {
                if (holdings.of(file, i).kind() == AllocationKind.LEAD) {
                    end = Math.min(end, holdings.days().get(i));
                }
            }
            return AllocationRow.lastLed(held, end);
        }
    }
}
