package org.cafcass.workload.hubs;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.cafcass.model.ChildrensCase;

/**
 * An open case without a lead.
 *
 * @param childrensCase the case
 * @param waits how it waits
 * @param since the first day of the unbroken stretch in which it waits so
 * @param rule whether it may wait
 * @param postAssessment whether its assessment is done: a report filed, none under way, and no hearing within 6 weeks
 * @param clocks what its clocks say, the one that binds first
 */
public record WaitingCase(
        ChildrensCase childrensCase,
        Waits waits,
        LocalDate since,
        WaitingRule rule,
        boolean postAssessment,
        List<ClockReading> clocks) {

    /** Most urgent first: by whether the case may wait, the days left to its limit, the day it was received and its identifier. */
    public static final Comparator<WaitingCase> MOST_URGENT_FIRST = Comparator.comparing(WaitingCase::rule)
            .thenComparing(waiting -> waiting.limit().daysLeft())
            .thenComparing(waiting -> waiting.childrensCase().receivedOn())
            .thenComparing(waiting -> waiting.childrensCase().caseId().value());

    /** Takes a copy, the reading with the fewest days left first. */
    public WaitingCase {
        clocks = clocks.stream()
                .sorted(Comparator.comparing(ClockReading::daysLeft).thenComparing(ClockReading::clock))
                .toList();
    }

    /** The clock that binds: of those that run, the one with the fewest days left. */
    public ClockReading binding() {
        return clocks.get(0);
    }

    /** The clock by which it must be allocated: of those that run, reviews aside, the one with the fewest days left. */
    public ClockReading limit() {
        return clocks.stream()
                .filter(reading -> reading.clock() != Clock.REVIEW)
                .findFirst()
                .orElseThrow();
    }
}
