package org.cafcass.metrics.scorecard;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is to be reached by a day.
 *
 * @param value the number to reach, of what the indicator rates: a value, or a change in percent
 * @param by the last day to reach it on
 * @param since the day whose value a change is counted from, where it isn't that of the comparison
 */
public record Target(BigDecimal value, LocalDate by, Optional<LocalDate> since) {
    /** Makes a target. */
    public Target {
        requireNonNull(value, "value");
        requireNonNull(by, "by");
        requireNonNull(since, "since");
    }
}
