package org.cafcass.metrics;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The days over which a figure is measured: from a first day to a last one, both in.
 *
 * <p>A financial year begins on 1 April; its quarters begin on 1 April, 1 July, 1 October and 1 January. A monthly or
 * yearly anniversary that a month doesn't have is the month's last day.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param first the first day
 * @param last the last day, on or after the first
 */
public record Period(LocalDate first, LocalDate last) {
    private static final Pattern YEAR_AND_TWO_DIGITS = Pattern.compile("(\\d{4})-(\\d{2})(?:-Q([1-4]))?");
    private static final Pattern FROM_TO = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})/(\\d{4}-\\d{2}-\\d{2})");
    private static final int APRIL = 4;

    /**
     * Makes the period of its two days.
     *
     * @throws DateTimeException if the last day is before the first
     */
    public Period {
        requireNonNull(first, "first");
        requireNonNull(last, "last");
        if (last.isBefore(first)) {
            throw new DateTimeException(
                    "Invalid period: " + first + "/" + last + " (its last day is before its first)");
        }
    }

    /**
     * Reads a period: a financial year ({@code 2024-25}), a quarter of one ({@code 2024-25-Q4}), a calendar month ({@code
     * 2025-03}), or any first and last day ({@code 2024-04-01/2025-03-31}).
     *
     * <p>From {@code 2000-01} to {@code 2011-12} a year with two digits would be read either way, as a month and as a
     * financial year. Such a text is refused: one writes the two days.
     *
     * @throws DateTimeException if the text is none of these, a day of it doesn't exist, or the last day is before the
     *     first
     */
    public static Period parse(String text) {
        Matcher matcher = YEAR_AND_TWO_DIGITS.matcher(text);
        if (matcher.matches()) {
            int year = Integer.parseInt(matcher.group(1));
            int digits = Integer.parseInt(matcher.group(2));
            String quarter = matcher.group(3);
            boolean financialYear = digits == (year + 1) % 100;
            boolean month = quarter == null && digits >= 1 && digits <= 12;
            if (financialYear && month) {
                throw new DateTimeException(
                        "Invalid period: " + text + " (a month or a financial year: write its first and last day)");
            }
            if (month) {
                return ofMonths(LocalDate.of(year, digits, 1), 1);
            }
            if (financialYear) {
                LocalDate april = LocalDate.of(year, APRIL, 1);
                return quarter == null
                        ? ofMonths(april, 12)
                        : ofMonths(april.plusMonths(3L * (Integer.parseInt(quarter) - 1)), 3);
            }
        }
        matcher = FROM_TO.matcher(text);
        if (matcher.matches()) {
            return parseDays(text, matcher.group(1), matcher.group(2));
        }
        throw new DateTimeException("Invalid period: " + text);
    }

    private static Period parseDays(String text, String first, String last) {
        LocalDate from;
        LocalDate to;
        try {
            from = LocalDate.parse(first);
            to = LocalDate.parse(last);
        } catch (DateTimeException e) {
            throw new DateTimeException("Invalid period: " + text, e);
        }
        return new Period(from, to);
    }

    /** The financial year up to a day: from the 1 April on or before it, to it. */
    public static Period financialYearTo(LocalDate asAt) {
        return new Period(startOfFinancialYear(asAt), asAt);
    }

    /**
     * Some months up to a day: from (the day after it, less the months) to it, both in. Three months up to 31 March 2025
     * are 1 January to 31 March; one month up to 30 March 2025 is 28 February to 30 March.
     *
     * @param months how many, 1 or more
     * @param upTo the last day
     * @throws IllegalArgumentException if the months are below 1
     */
    public static Period months(int months, LocalDate upTo) {
        if (months < 1) {
            throw new IllegalArgumentException("Invalid number of months: " + months);
        }
        return new Period(upTo.plusDays(1).minusMonths(months), upTo);
    }

    /** Whether a day is one of its days. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** The number of days, 1 or more. */
    public int days() {
        return Math.toIntExact(ChronoUnit.DAYS.between(first, last) + 1);
    }

    /**
     * The same days a year before. In a period that begins on the first of a month, a last day that ends its month ends
     * it in the year before too: that of April 2024 to 28 February 2025 is April 2023 to 29 February 2024.
     */
    public Period previousYear() {
        LocalDate before = first.getDayOfMonth() == 1 ? AsAt.previousYear(last) : last.minusYears(1);
        return new Period(first.minusYears(1), before);
    }

    /**
     * The period that ends the day before this one begins: of as many months when this one is of whole calendar months,
     * else of as many days.
     */
    public Period previousPeriod() {
        LocalDate from = isOfWholeMonths() ? first.minusMonths(wholeMonths()) : first.minusDays(days());
        return new Period(from, first.minusDays(1));
    }

    /** The period cut at the calendar months, in order; the first and the last part may be less than a month. */
    public List<Period> byMonth() {
        return cut(day -> day.with(TemporalAdjusters.firstDayOfMonth()), 1);
    }

    /** The period cut at the quarters of the financial year, in order; the first and the last part may be less than one. */
    public List<Period> byQuarter() {
        return cut(day -> day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % 3), 3);
    }

    /** The period cut at the financial years, in order; the first and the last part may be less than a year. */
    public List<Period> byFinancialYear() {
        return cut(Period::startOfFinancialYear, 12);
    }

    /** The first and the last day as {@code 2024-04-01/2025-03-31}, which {@link #parse} reads. */
    @Override
    public String toString() {
        return first + "/" + last;
    }

    boolean isOfWholeMonths() {
        return first.getDayOfMonth() == 1 && AsAt.endsMonth(last);
    }

    /** The number of calendar months, of a period of whole ones. */
    long wholeMonths() {
        return ChronoUnit.MONTHS.between(YearMonth.from(first), YearMonth.from(last)) + 1;
    }

    private static Period ofMonths(LocalDate first, int months) {
        return new Period(first, first.plusMonths(months).minusDays(1));
    }

    private static LocalDate startOfFinancialYear(LocalDate day) {
        LocalDate april = LocalDate.of(day.getYear(), APRIL, 1);
        return day.isBefore(april) ? april.minusYears(1) : april;
    }

    private List<Period> cut(UnaryOperator<LocalDate> start, int months) {
        List<Period> parts = new ArrayList<>();
        LocalDate from = first;
        while (!from.isAfter(last)) {
            LocalDate next = start.apply(from).plusMonths(months);
            parts.add(new Period(from, next.isAfter(last) ? last : next.minusDays(1)));
            from = next;
        }
        return List.copyOf(parts);
    }
}
