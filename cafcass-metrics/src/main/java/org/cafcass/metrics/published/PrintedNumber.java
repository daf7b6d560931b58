package org.cafcass.metrics.published;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as printed.
 *
 * @param text what is printed
 * @param number the number that it says
 * @param approximate whether it is marked as rounded, by {@code c} or {@code ~}
 */
record PrintedNumber(String text, BigDecimal number, boolean approximate) {
    private static final Pattern FORM =
            Pattern.compile("(?<mark>c\\.?|~)?\\s*(?<sign>[+\\u2212-])?(?<digits>\\d{1,3}(?:,\\d{3})+|\\d+)"
                    + "(?<decimals>\\.\\d+)?\\s*%?");
    private static final Rational HALF = Rational.ONE.dividedBy(Rational.of(2));

    static Optional<PrintedNumber> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        String decimals = form.group("decimals");
        BigDecimal size = new BigDecimal(form.group("digits").replace(",", "") + (decimals == null ? "" : decimals));
        String sign = form.group("sign");
        boolean negative = sign != null && !sign.equals("+");
        return Optional.of(new PrintedNumber(text, negative ? size.negate() : size, form.group("mark") != null));
    }

    boolean hasDecimals() {
        return number.scale() > 0;
    }

    /**
     * The numbers that are printed so: half a unit of the last decimal to each side, the lower end in, and the upper end
     * in below 0 only, where a half may be rounded either way. An exact number stands for itself. One marked as rounded
     * is taken as rounded to two digits, or to its last digit that isn't 0 if that says less.
     */
    Range<Rational> range(boolean exact) {
        Rational middle = Rational.of(number);
        if (approximate && number.scale() == 0 && number.signum() != 0) {
            int zeros = -number.stripTrailingZeros().scale();
            int digits = number.precision();
            return around(middle, BigDecimal.ONE.scaleByPowerOfTen(Math.max(zeros, Math.max(0, digits - 2))));
        }
        if (exact && !approximate && !hasDecimals()) {
            return Range.singleton(middle);
        }
        return around(middle, BigDecimal.ONE.scaleByPowerOfTen(-number.scale()));
    }

    private static Range<Rational> around(Rational middle, BigDecimal unit) {
        Rational half = Rational.of(unit.setScale(Math.max(unit.scale(), 0), RoundingMode.UNNECESSARY))
                .times(HALF);
        Rational lower = middle.plus(half.negate());
        Rational upper = middle.plus(half);
        return middle.signum() < 0 ? Range.closed(lower, upper) : Range.closedOpen(lower, upper);
    }
}
