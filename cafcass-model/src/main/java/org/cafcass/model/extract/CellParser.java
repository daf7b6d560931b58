package org.cafcass.model.extract;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What the bytes of a cell say: days, counts, decimals. */
final class CellParser {
    /** The cell says nothing of the kind that was asked for. */
    static final int INVALID = Integer.MIN_VALUE;

    /** The cell is a whole number, too large for an int. */
    static final int TOO_LARGE = -1;

    private static final int YEARS = 10_000;
    private static final int[] NEW_YEAR = newYears();

    /* By the month, and 16 further on by the month of a leap year; 0 for what is no month. */
    private static final int[] DAYS_BEFORE_MONTH = {
        0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 0, 0, 0,
        0, 0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335, 0, 0, 0
    };
    private static final int[] DAYS_IN_MONTH = {
        0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 0, 0, 0,
        0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 0, 0, 0
    };

    /* "0000-00-" and "00", the first byte lowest; what added to a byte less those sets the high bit of any wrong one. */
    private static final long NO_YEAR_OR_MONTH = 0x2D30302D30303030L;
    private static final long NO_DAY = 0x3030;
    private static final long ABOVE_NINE_OR_NO_DASH = 0x7F76767F76767676L;
    private static final long ABOVE_NINE = 0x7676;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final int DIGITS_AT_ONCE = 512;

    private CellParser() {}

    private static int[] newYears() {
        int[] days = new int[YEARS + 1];
        days[0] = -719_528;
        for (int year = 0; year < YEARS; year++) {
            boolean leap = (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0);
            days[year + 1] = days[year] + (leap ? 366 : 365);
        }
        return days;
    }

    /** The epoch day of {@code yyyy-MM-dd}, years 0000 to 9999, or {@link #INVALID}. */
    static int day(byte[] bytes, int from, int to) {
        if (to - from != 10) {
            return INVALID;
        }
        long digits = Words.at(bytes, from) ^ NO_YEAR_OR_MONTH;
        long last = Words.at(bytes, from + 2) >>> 48 ^ NO_DAY;
        long wrong = digits | digits + ABOVE_NINE_OR_NO_DASH | last | last + ABOVE_NINE;
        if ((wrong & HIGH_BITS) != 0) {
            return INVALID;
        }
        long pairs = digits * 10 + (digits >>> 8);
        int year = (int) (pairs & 0xFF) * 100 + (int) (pairs >>> 16 & 0xFF);
        int month = (int) (pairs >>> 40 & 0xFF);
        int day = (int) (last * 10 + (last >>> 8) & 0xFF);
        int newYear = NEW_YEAR[year];
        int leap = NEW_YEAR[year + 1] - newYear - 365;
        int ofYear = leap << 4 | month;
        if (month > 12 || day < 1 || day > DAYS_IN_MONTH[ofYear]) {
            return INVALID;
        }
        return newYear + DAYS_BEFORE_MONTH[ofYear] + day - 1;
    }

    /** The whole number, {@link #TOO_LARGE}, or {@link #INVALID}. */
    static int count(byte[] bytes, int from, int to) {
        long count = 0;
        for (int at = from; at < to; at++) {
            int digit = bytes[at] - '0';
            if (digit < 0 || digit > 9) {
                return INVALID;
            }
            count = Math.min(count * 10 + digit, 1L + Integer.MAX_VALUE);
        }
        return count > Integer.MAX_VALUE ? TOO_LARGE : (int) count;
    }

    /** The number, with as many decimals as are written; null unless it is digits with a point only between digits. */
    static @Nullable BigDecimal decimal(byte[] bytes, int from, int to) {
        int point = -1;
        for (int at = from; at < to; at++) {
            byte b = bytes[at];
            if (b == '.' && point < 0 && at > from && at < to - 1) {
                point = at;
            } else if (b < '0' || b > '9') {
                return null;
            }
        }
        if (point < 0) {
            return new BigDecimal(digits(ascii(bytes, from, to)));
        }
        String digits = ascii(bytes, from, point) + ascii(bytes, point + 1, to);
        return new BigDecimal(digits(digits), to - point - 1);
    }

    /** Halves a long number, as the JDK's own conversion takes the square of the length. */
    private static BigInteger digits(String digits) {
        if (digits.length() <= DIGITS_AT_ONCE) {
            return new BigInteger(digits);
        }
        int low = digits.length() / 2;
        BigInteger high = digits(digits.substring(0, digits.length() - low));
        return high.multiply(BigInteger.TEN.pow(low)).add(digits(digits.substring(digits.length() - low)));
    }

    private static String ascii(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.US_ASCII);
    }

    /**
     * The decimal written with digits and a point.
     *
     * @throws IllegalArgumentException if it is longer so than a row may be
     */
    static String plain(BigDecimal decimal) {
        if (Math.max(0L, -(long) decimal.scale()) + Math.max(0, decimal.scale()) > CsvRows.MAXIMUM_ROW_BYTES) {
            throw new IllegalArgumentException("Invalid row: over 1 MiB");
        }
        return decimal.toPlainString();
    }

    /** Whether the text, which is valid UTF-8, has more characters (code points) than the limit. */
    static boolean isLonger(byte[] bytes, int from, int to, int limit) {
        if (to - from <= limit) {
            return false;
        }
        int characters = 0;
        for (int at = from; at < to; at++) {
            if ((bytes[at] & 0xC0) != 0x80) {
                characters++;
            }
        }
        return characters > limit;
    }
}
