package org.cafcass.metrics.published;

import com.google.common.collect.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one figure prints in one of its units: the numbers of a unit column.
 *
 * @param row the figure's place in the list that is checked
 * @param whole whether it counts things, so that its numbers are whole
 */
record Quantity(
        int row,
        PublishedFigure figure,
        String unit,
        Optional<PrintedNumber> value,
        Optional<PrintedNumber> previous,
        Optional<PrintedNumber> change,
        Optional<PrintedNumber> percent,
        boolean whole) {
    private static final Set<String> ADDITIVE_UNITS =
            Set.of("cases", "children", "reports", "audits", "reflections", "complaints", "compliments", "records");
    private static final Set<String> OTHER_COUNTED_UNITS =
            Set.of("FCAs", "advisers", "people", "staff", "colleagues", "areas", "letters");
    private static final Pattern NOT_A_COUNT = Pattern.compile(
            "\\b(?:mean|median|average|quantile|p90|ceiling|limit|target|minimum|maximum|longest|safe|share|rate|per)\\b");
    private static final Pattern COUNTED_ONCE = Pattern.compile("\\b(?:distinct|unique|worked with)\\b");
    private static final Pattern NUMBER_AND_UNIT =
            Pattern.compile("(?<number>(?:c\\.?|~)?[^A-Za-z%]*[\\d.])\\s*(?<unit>%?\\s*[A-Za-z].*)");
    private static final String NO_UNIT = ";";
    private static final Pattern POINTS = Pattern.compile("(?:%\\s*)?(?:pts?|percentage points?|points?)");

    /**
     * The quantities of a figure, one a unit, in the order of its units.
     *
     * @throws IllegalArgumentException if a text is no number, or there are more numbers than units
     */
    static List<Quantity> of(int row, PublishedFigure figure) {
        List<String> units = parts(figure.unit());
        if (units.isEmpty()) {
            units.add("");
        }
        List<String> values = parts(figure.value());
        List<String> previous = parts(figure.previous());
        List<String> changes = parts(figure.change());
        List<String> percents = parts(figure.changePercent());
        List<String> changeUnits = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            Matcher change = NUMBER_AND_UNIT.matcher(changes.get(i));
            String word = change.matches() ? change.group("unit") : "";
            if (word.isEmpty()) {
                changeUnits.add(i < units.size() ? units.get(i) : NO_UNIT);
            } else {
                String unit = POINTS.matcher(word).matches() ? "percent" : word;
                changeUnits.add(unit);
                changes.set(i, change.group("number"));
                if (!units.contains(unit)) {
                    units.add(unit);
                }
            }
        }
        requireUnits("value", values, units);
        requireUnits("previous", previous, units);
        requireUnits("change_percent", percents, units);
        if (changeUnits.contains(NO_UNIT)) {
            requireUnits("change", changes, units);
        }
        List<Quantity> quantities = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            int ofChange = changeUnits.indexOf(units.get(i));
            quantities.add(of(
                    row,
                    figure,
                    units.get(i),
                    number("value", values, i),
                    number("previous", previous, i),
                    number("change", changes, ofChange),
                    number("change_percent", percents, i)));
        }
        return quantities;
    }

    private static Quantity of(
            int row,
            PublishedFigure figure,
            String unit,
            Optional<PrintedNumber> value,
            Optional<PrintedNumber> previous,
            Optional<PrintedNumber> change,
            Optional<PrintedNumber> percent) {
        boolean decimals = List.of(value, previous, change).stream()
                .flatMap(Optional::stream)
                .anyMatch(PrintedNumber::hasDecimals);
        boolean whole = (ADDITIVE_UNITS.contains(unit) || OTHER_COUNTED_UNITS.contains(unit))
                && !decimals
                && !NOT_A_COUNT.matcher(figure.measure()).find();
        return new Quantity(row, figure, unit, value, previous, change, percent, whole);
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        for (String part : text.split(";")) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts;
    }

    private static void requireUnits(String column, List<String> texts, List<String> units) {
        if (texts.size() > units.size()) {
            throw new IllegalArgumentException(
                    column + ": " + texts.size() + " numbers, but " + units.size() + " of unit");
        }
    }

    private static Optional<PrintedNumber> number(String column, List<String> texts, int index) {
        if (index < 0 || index >= texts.size()) {
            return Optional.empty();
        }
        Optional<PrintedNumber> number = PrintedNumber.parse(texts.get(index));
        if (number.isEmpty()) {
            throw new IllegalArgumentException(column + ": not a number: " + texts.get(index));
        }
        return number;
    }

    /** True if the parts of a whole add up in this quantity. */
    boolean addsUp() {
        return whole
                && ADDITIVE_UNITS.contains(unit)
                && !COUNTED_ONCE.matcher(figure.measure()).find();
    }

    boolean isPercentage() {
        return unit.equals("percent");
    }

    /** The number that a side of the figure prints. */
    Optional<PrintedNumber> printed(Side side) {
        return switch (side) {
            case VALUE -> value;
            case PREVIOUS -> previous;
            case CHANGE -> change;
        };
    }

    /**
     * The range that a side of the figure has, by all that is printed of it; by its own number alone where the figure
     * contradicts itself; unbounded where nothing says.
     */
    Range<Rational> range(Side side) {
        Arithmetic arithmetic = arithmetic();
        if (!arithmetic.canHold()) {
            return range(printed(side));
        }
        return switch (side) {
            case VALUE -> arithmetic.valueRange().orElseThrow();
            case PREVIOUS -> arithmetic.previousRange().orElseThrow();
            case CHANGE -> arithmetic.changeRange().orElseThrow();
        };
    }

    /** The change in percent as printed; unbounded where it isn't. */
    Range<Rational> percentRange() {
        return percent.map(number -> number.range(false)).orElse(Range.all());
    }

    /** The arithmetic that binds the four numbers; of a previous value at or below 0 there is no percentage. */
    Arithmetic arithmetic() {
        return arithmetic(range(value), range(previous), range(change), percentRange());
    }

    /** The same without one of the four: what the other three say of it. */
    Arithmetic without(Side side) {
        return arithmetic(
                side == Side.VALUE ? Range.all() : range(value),
                side == Side.PREVIOUS ? Range.all() : range(previous),
                side == Side.CHANGE ? Range.all() : range(change),
                percentRange());
    }

    /** The same without the percentage. */
    Arithmetic withoutPercent() {
        return arithmetic(range(value), range(previous), range(change), Range.all());
    }

    private Arithmetic arithmetic(
            Range<Rational> ofValue, Range<Rational> ofPrevious, Range<Rational> ofChange, Range<Rational> ofPercent) {
        Arithmetic plain = new Arithmetic(ofValue, ofPrevious, ofChange, Range.all(), whole);
        boolean ofNothing = plain.previousRange()
                .filter(Range::hasUpperBound)
                .filter(range -> range.upperEndpoint().signum() <= 0)
                .isPresent();
        return ofNothing ? plain : new Arithmetic(ofValue, ofPrevious, ofChange, ofPercent, whole);
    }

    private Range<Rational> range(Optional<PrintedNumber> number) {
        return number.map(printed -> printed.range(whole)).orElse(Range.all());
    }
}
