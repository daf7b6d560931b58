package org.cafcass.metrics;

import java.util.Objects;
import org.cafcass.model.Code;

/**
 * The conventions by which figures are computed where the field disagrees; they travel with each figure.
 *
 * @param duration how long a case lasted
 * @param quantile which number stands for a quantile
 * @param children how children are counted
 */
public record Conventions(Duration duration, Quantile quantile, Children children) {
    /** The conventions of the published measures: elapsed weeks, interpolated quantiles, case rows. */
    public static final Conventions DEFAULT =
            new Conventions(Duration.ELAPSED_WEEKS, Quantile.INTERPOLATED, Children.CASE_ROWS);

    /** Checks that nothing is missing. */
    public Conventions {
        Objects.requireNonNull(duration, "duration");
        Objects.requireNonNull(quantile, "quantile");
        Objects.requireNonNull(children, "children");
    }

    /** These conventions, with another duration. */
    public Conventions with(Duration other) {
        return new Conventions(other, quantile, children);
    }

    /** These conventions, with another quantile. */
    public Conventions with(Quantile other) {
        return new Conventions(duration, other, children);
    }

    /** These conventions, with children counted otherwise. */
    public Conventions with(Children other) {
        return new Conventions(duration, quantile, other);
    }

    /** How long a case lasted, from the day it was received to the day it was closed. */
    public enum Duration implements Code {
        /** The days between the two, divided by 7; within 26 weeks are 182 days or fewer. */
        ELAPSED_WEEKS(182),
        /** Whole weeks, a week begun not counted; within 26 weeks are 188 days or fewer. */
        WHOLE_WEEKS(188),
        /**
         * As {@link #ELAPSED_WEEKS}, but the 26 weeks begin with the day of issue (Children Act 1989, section 32), so that the last day
         * within them is 181 days after it.
         */
        STATUTORY(181);

        private final int within26WeeksDays;

        Duration(int within26WeeksDays) {
            this.within26WeeksDays = within26WeeksDays;
        }

        /** The most days from receipt to closing of a case that was closed within 26 weeks. */
        public int within26WeeksDays() {
            return within26WeeksDays;
        }

        /** The days that a duration counts as. */
        int counted(int days) {
            return this == WHOLE_WEEKS ? days / 7 * 7 : days;
        }
    }

    /** Which number stands for a quantile that falls between two. */
    public enum Quantile implements Code {
        /** Linear interpolation between the two: type 7 of Hyndman and Fan. */
        INTERPOLATED,
        /** The lower of the two. */
        LOWER
    }

    /** How children are counted. */
    public enum Children implements Code {
        /** Each row of a child in a case: a child in two cases counts twice. */
        CASE_ROWS,
        /** Each child once in a figure; parts need not add up. */
        DISTINCT
    }
}
