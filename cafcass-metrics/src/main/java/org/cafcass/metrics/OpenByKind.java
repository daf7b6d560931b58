package org.cafcass.metrics;

import static org.cafcass.metrics.ExtractColumns.NEVER;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cafcass.model.Application;

/**
 * How many cases are open on a day, and for how many days together, by kind of case: from one pass over their columns, from which the sums
 * by any keys of a kind follow.
 */
final class OpenByKind {
    /** Of the cases open as at D, their number. */
    static final Tally.Index CASES = (moment, layout, by) -> sums(moment, layout, by, OpenByKind::cases);

    /** Of the cases open as at D, the days from receipt to D. */
    static final Tally.Index DAYS = (moment, layout, by) -> sums(moment, layout, by, OpenByKind::days);

    private static final Set<BreakdownKey> STEADY_KEYS =
            EnumSet.of(BreakdownKey.AREA, BreakdownKey.REGION, BreakdownKey.LAW, BreakdownKey.APPLICATION);
    private static final Set<BreakdownKey> KEYS_OF_A_DAY = EnumSet.of(BreakdownKey.RULE_16_4, BreakdownKey.STAGE);
    private static final int APPLICATIONS = Application.values().length;
    private static final int MOST_KINDS = 1 << 14;

    /*
     * A kind is an area and an application, and with two digits more whether a case is under rule 16.4 and after first hearing: 0 where not
     * asked for. The days of a kind are the lower bits of one number, and its cases the upper ones, since two would cost a case almost twice
     * as much.
     */
    private static final int BITS_OF_DAYS = 40;
    private static final long ONE_CASE = 1L << BITS_OF_DAYS;
    private static final int MOST_CASES = 1 << Long.SIZE - 1 - BITS_OF_DAYS;
    private static final int DIGITS_OF_A_DAY = 2;

    /* A day on which nothing has come yet: differences of days to it are ints. */
    private static final int BEFORE_ALL = -NEVER;

    private final ExtractColumns columns;
    private final long[] totals;

    private OpenByKind(ExtractColumns columns, long[] totals) {
        this.columns = columns;
        this.totals = totals;
    }

    /** The number of a case's kind, without what depends on the day. */
    static int kind(int area, int application) {
        return area * APPLICATIONS + application;
    }

    /** By some keys of a day, or none where there are more kinds, cases or days than is worth totalling. */
    static Optional<OpenByKind> of(Moment moment, Set<BreakdownKey> keysOfADay) {
        ExtractColumns.Cases cases = moment.columns().cases;
        int kinds = kind(moment.columns().areas.size, 0);
        Rows open = moment.openCases();
        if (kinds > MOST_KINDS || open.size() >= MOST_CASES) {
            return Optional.empty();
        }
        int day = moment.last();
        /* Which column is read for a digit that is not asked for does not matter, and the day of receipt is read anyway. */
        boolean byRule = keysOfADay.contains(BreakdownKey.RULE_16_4);
        int[] rule = byRule ? cases.rule164On : cases.receivedOn;
        int ruleBy = byRule ? day : BEFORE_ALL;
        boolean byStage = keysOfADay.contains(BreakdownKey.STAGE);
        int[] after = byStage ? cases.afterFirstHearingFrom : cases.receivedOn;
        int afterBy = byStage ? day : BEFORE_ALL;
        int[] receivedOn = cases.receivedOn;
        int[] kind = cases.kind;
        long[] totals = new long[kinds << DIGITS_OF_A_DAY];
        long[] bitsOfAges = new long[1];
        open.forEach(row -> {
            int age = day - receivedOn[row];
            bitsOfAges[0] |= age;
            int ofADay = isBy(rule[row], ruleBy) << 1 | isBy(after[row], afterBy);
            totals[kind[row] << DIGITS_OF_A_DAY | ofADay] += ONE_CASE + age;
        });
        long leastBound = Long.highestOneBit(bitsOfAges[0]) << 1;
        return leastBound * open.size() > ONE_CASE
                ? Optional.empty()
                : Optional.of(new OpenByKind(moment.columns(), totals));
    }

    /* 1 for a day by another, else 0; without a branch, which no processor foresees. */
    private static int isBy(int one, int day) {
        return one - day - 1 >>> Integer.SIZE - 1;
    }

    private static long cases(long total) {
        return total >> BITS_OF_DAYS;
    }

    private static long days(long total) {
        return total & ONE_CASE - 1;
    }

    /** What is made of a kind's total. */
    @FunctionalInterface
    private interface Part {
        long of(long total);
    }

    private static Optional<Map<Long, Sum>> sums(Moment moment, Layout layout, Set<BreakdownKey> by, Part part) {
        EnumSet<BreakdownKey> keysOfADay = EnumSet.noneOf(BreakdownKey.class);
        keysOfADay.addAll(by);
        keysOfADay.removeAll(STEADY_KEYS);
        return KEYS_OF_A_DAY.containsAll(keysOfADay)
                ? moment.openByKind(keysOfADay).map(kinds -> kinds.sums(layout, by, part))
                : Optional.empty();
    }

    private Map<Long, Sum> sums(Layout layout, Set<BreakdownKey> by, Part part) {
        Map<Long, long[]> ofCells = new HashMap<>();
        for (int i = 0; i < totals.length; i++) {
            if (totals[i] != 0) {
                ofCells.computeIfAbsent(cell(i, layout, by), unseen -> new long[1])[0] += totals[i];
            }
        }
        Map<Long, Sum> sums = new HashMap<>();
        ofCells.forEach((cell, total) -> sums.put(cell, new Sum(part.of(total[0]), null)));
        return sums;
    }

    private long cell(int index, Layout layout, Set<BreakdownKey> by) {
        int kind = index >> DIGITS_OF_A_DAY;
        int area = kind / APPLICATIONS;
        int application = kind % APPLICATIONS;
        long cell = 0;
        for (BreakdownKey key : by) {
            int digit = switch (key) {
                case AREA -> area;
                case REGION -> columns.areas.region[area];
                case LAW -> Application.values()[application].law().ordinal();
                case APPLICATION -> application;
                case RULE_16_4 -> index >> 1 & 1;
                case STAGE -> index & 1;
                default -> throw new IllegalStateException(key.code());
            };
            cell += layout.place(key, digit);
        }
        return cell;
    }
}
