package org.cafcass.metrics.published;

import static org.cafcass.metrics.published.Side.CHANGE;
import static org.cafcass.metrics.published.Side.PREVIOUS;
import static org.cafcass.metrics.published.Side.VALUE;

import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import com.google.common.collect.Range;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tries all the arithmetic that binds the figures of a list to each other. */
final class Trials {
    private static final String LAW = "law";
    private static final String OPEN = "open cases";
    private static final Pattern THRESHOLD =
            Pattern.compile("(.*\\b(?:above|over) )(\\d{1,9})(.*)|(.*\\b)(\\d{1,9})((?: weeks)? or more\\b.*)");
    private static final Pattern OF_SO_MANY = Pattern.compile("(\\d{1,9}) (?:case )?(?:files|records|cases|children)");

    /** Measures that count a part of what another measure of the same breakdown and day counts. */
    private static final Map<String, String> WHOLES = Map.of(
            "court ready", OPEN,
            "report filed, hearing six weeks or more ahead", OPEN,
            "open 52 weeks or more", OPEN,
            "open 100 weeks or more", OPEN,
            "duty cases", OPEN,
            "positive feedback", "feedback received");

    private record Place(String document, String period, String measure, String breakdown, String unit) {}

    private final List<Quantity> quantities;
    /** By place, and by place without the unit. */
    private final ListMultimap<Place, Quantity> places =
            MultimapBuilder.linkedHashKeys().arrayListValues().build();

    private final List<Trial> trials = new ArrayList<>();
    private final Map<Quantity, Map<Side, Range<Rational>>> ranges = new HashMap<>();

    Trials(List<Quantity> quantities) {
        this.quantities = quantities;
        for (Quantity quantity : quantities) {
            places.put(place(quantity), quantity);
            places.put(placeIn(quantity, ""), quantity);
        }
    }

    /** All trials, in a fixed order. */
    List<Trial> all() {
        repeated();
        parts();
        thresholds();
        wholes();
        shares();
        distributions();
        withinPeriods();
        perHead();
        return List.copyOf(trials);
    }

    /** The same figure printed twice, as a value or as another's previous one, says the same. */
    private void repeated() {
        for (Quantity quantity : quantities) {
            String then = quantity.figure().comparedWith();
            for (Quantity other : places.get(place(quantity))) {
                if (other.row() > quantity.row()) {
                    same(quantity, VALUE, other);
                }
            }
            if (!then.isEmpty() && !then.equals(quantity.figure().period())) {
                for (Quantity other : places.get(placeAt(quantity, then))) {
                    same(quantity, PREVIOUS, other);
                }
            }
        }
    }

    private void same(Quantity a, Side side, Quantity b) {
        Range<Rational> ofA = range(a, side);
        Range<Rational> ofB = range(b, VALUE);
        if (Ranges.isBounded(ofA) && Ranges.isBounded(ofB)) {
            equal(
                    List.of(a, b),
                    Ranges.meets(ofA, ofB),
                    "%s of %s (%s)".formatted(side.word(), id(a), text(a, ofA)),
                    "the value of " + id(b) + " (" + text(b, ofB) + ")");
        }
    }

    /** Public and private law add up to the whole; no part is above its whole. */
    private void parts() {
        ListMultimap<Place, Quantity> groups =
                MultimapBuilder.linkedHashKeys().arrayListValues().build();
        for (Quantity quantity : quantities) {
            Place place = place(quantity);
            groups.put(new Place(place.document, place.period, place.measure, "", place.unit), quantity);
        }
        for (Place group : groups.keySet()) {
            Map<Map<String, String>, Quantity> byBreakdown = new HashMap<>();
            List<Quantity> members = new ArrayList<>();
            for (Quantity quantity : groups.get(group)) {
                if (byBreakdown.putIfAbsent(breakdown(quantity), quantity) == null) {
                    members.add(quantity);
                }
            }
            for (Quantity whole : members) {
                laws(whole, byBreakdown);
                for (Quantity part : members) {
                    if (part != whole && isPart(breakdown(part), breakdown(whole))) {
                        atMost(part, whole);
                    }
                }
            }
        }
    }

    private void laws(Quantity whole, Map<Map<String, String>, Quantity> byBreakdown) {
        Quantity publicLaw = byBreakdown.get(with(breakdown(whole), "public"));
        Quantity privateLaw = byBreakdown.get(with(breakdown(whole), "private"));
        if (breakdown(whole).containsKey(LAW)
                || publicLaw == null
                || privateLaw == null
                || !(whole.addsUp() && publicLaw.addsUp() && privateLaw.addsUp())) {
            return;
        }
        List<Quantity> three = List.of(whole, publicLaw, privateLaw);
        boolean sameThen =
                three.stream().map(q -> q.figure().comparedWith()).distinct().count() == 1;
        for (Side side : Side.values()) {
            if (side == VALUE || sameThen) {
                sum(side, whole, publicLaw, privateLaw);
            }
        }
        if (sameThen && three.stream().allMatch(q -> Ranges.isBounded(q.percentRange()))) {
            Range<Rational> between = publicLaw.percentRange().span(privateLaw.percentRange());
            bound(
                    three,
                    Ranges.meets(between, whole.percentRange()),
                    "the change of " + id(whole) + " (" + text(whole.percent()) + "%)",
                    "between those of its parts %s (%s%%) and %s (%s%%)"
                            .formatted(
                                    id(publicLaw),
                                    text(publicLaw.percent()),
                                    id(privateLaw),
                                    text(privateLaw.percent())));
        }
    }

    private void sum(Side side, Quantity whole, Quantity a, Quantity b) {
        Range<Rational> total = range(whole, side);
        Range<Rational> ofA = range(a, side);
        Range<Rational> ofB = range(b, side);
        if (Ranges.isBounded(total) && Ranges.isBounded(ofA) && Ranges.isBounded(ofB)) {
            Range<Rational> sum = Ranges.plus(ofA, ofB);
            equal(
                    List.of(whole, a, b),
                    Ranges.meets(sum, total),
                    "%s: %s + %s (%s)".formatted(side.word(), id(a), id(b), text(a, sum)),
                    id(whole) + " (" + text(whole, total) + ")");
        }
    }

    private void atMost(Quantity part, Quantity whole) {
        if (!part.whole() || !whole.whole()) {
            return;
        }
        atMost(VALUE, part, whole);
        if (part.figure().comparedWith().equals(whole.figure().comparedWith())) {
            atMost(PREVIOUS, part, whole);
        }
    }

    private void atMost(Side side, Quantity part, Quantity whole) {
        Range<Rational> less = range(part, side);
        Range<Rational> more = range(whole, side);
        if (Ranges.isBounded(less) && Ranges.isBounded(more)) {
            bound(
                    List.of(part, whole),
                    Ranges.canBeAtMost(less, more),
                    "%s of %s (%s)".formatted(side.word(), id(part), text(part, less)),
                    "within " + id(whole) + " (" + text(whole, more) + ")");
        }
    }

    /** What is above a higher threshold is no more than what is above a lower one. */
    private void thresholds() {
        forPairs(
                quantity -> threshold(quantity)
                        .map(threshold -> placeOf(quantity, stem(threshold)))
                        .orElseGet(() -> place(quantity)),
                (part, whole) -> {
                    if (limit(part) > limit(whole) && part.whole() == whole.whole()) {
                        atMost(VALUE, part, whole);
                        if (part.figure().comparedWith().equals(whole.figure().comparedWith())) {
                            atMost(PREVIOUS, part, whole);
                        }
                    }
                });
    }

    private static Optional<Matcher> threshold(Quantity quantity) {
        Matcher matcher = THRESHOLD.matcher(quantity.figure().measure());
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }

    private static String stem(Matcher threshold) {
        return threshold.group(2) != null
                ? threshold.group(1) + "N" + threshold.group(3)
                : threshold.group(4) + "N" + threshold.group(6);
    }

    private static int limit(Quantity quantity) {
        return threshold(quantity)
                .map(threshold -> threshold.group(2) != null ? threshold.group(2) : threshold.group(5))
                .map(Integer::parseInt)
                .orElse(0);
    }

    /** A part is no more than what it is a part of, where the measures' names tell. */
    private void wholes() {
        for (Quantity part : quantities) {
            wholeOf(part).ifPresent(whole -> atMost(part, whole));
        }
    }

    private Optional<Quantity> wholeOf(Quantity part) {
        return Optional.ofNullable(WHOLES.get(part.figure().measure()))
                .flatMap(measure -> places.get(placeOf(part, measure)).stream().findFirst());
    }

    /** A percentage printed beside a count matches the whole that the breakdown or another figure names. */
    private void shares() {
        for (Quantity share : quantities) {
            Optional<Quantity> count = share.isPercentage() ? countBeside(share) : Optional.empty();
            if (count.isPresent()) {
                share(VALUE, share, count.get());
                share(PREVIOUS, share, count.get());
            }
        }
        grades();
    }

    /** The count that a percentage is printed with: of cases where cases are among them. */
    private Optional<Quantity> countBeside(Quantity share) {
        List<Quantity> counts =
                places.get(placeIn(share, "")).stream().filter(Quantity::whole).toList();
        return counts.stream()
                .filter(count -> count.unit().equals("cases"))
                .findFirst()
                .or(() -> counts.stream().findFirst());
    }

    private void share(Side side, Quantity share, Quantity count) {
        Range<Rational> percent = range(share, side);
        Range<Rational> ofCount = range(count, side);
        if (!Ranges.isBounded(percent)
                || !Ranges.isBounded(ofCount)
                || percent.lowerEndpoint().signum() <= 0
                || ofCount.lowerEndpoint().signum() < 0) {
            return;
        }
        Range<Rational> base = Ranges.times(Ranges.quotient(ofCount, percent), Rational.HUNDRED);
        Optional<Rational> named = side == VALUE ? ofSoMany(count) : Optional.empty();
        Optional<Quantity> whole = wholeOf(count);
        List<Quantity> both = List.of(share, count);
        String words = "%s: what %s are %s%% of (%s)"
                .formatted(side.word(), text(count, ofCount), text(share, percent), text(count, base));
        if (named.isPresent()) {
            equal(both, base.contains(named.get()), words, Ranges.text(Range.singleton(named.get()), 0));
        } else if (whole.isPresent() && Ranges.isBounded(range(whole.get(), side))) {
            Range<Rational> known = range(whole.get(), side);
            equal(
                    List.of(share, count, whole.get()),
                    Ranges.meets(base, known),
                    words,
                    id(whole.get()) + " (" + text(whole.get(), known) + ")");
        }
    }

    private static Optional<Rational> ofSoMany(Quantity quantity) {
        Matcher matcher = OF_SO_MANY.matcher(quantity.figure().breakdown());
        return matcher.matches() ? Optional.of(Rational.of(Long.parseLong(matcher.group(1)))) : Optional.empty();
    }

    /** The three parts of a graded sample add up to it. */
    private void grades() {
        for (Quantity good : quantities) {
            String measure = good.figure().measure();
            Optional<Rational> sample = ofSoMany(good);
            if (!measure.endsWith(": good or outstanding") || sample.isEmpty()) {
                continue;
            }
            String stem = measure.substring(0, measure.lastIndexOf(':'));
            List<Quantity> all = new ArrayList<>(List.of(good));
            for (String grade : List.of(": requires improvement", ": inadequate")) {
                places.get(placeOf(good, stem + grade)).stream().findFirst().ifPresent(all::add);
            }
            if (all.size() == 3) {
                Rational total = good.isPercentage() ? Rational.HUNDRED : sample.get();
                if (good.isPercentage() || good.whole()) {
                    total(all, total);
                }
            }
        }
    }

    private void total(List<Quantity> all, Rational total) {
        Range<Rational> sum = Range.singleton(Rational.ZERO);
        List<String> ids = new ArrayList<>();
        for (Quantity quantity : all) {
            Range<Rational> range = range(quantity, VALUE);
            if (!Ranges.isBounded(range)) {
                return;
            }
            sum = Ranges.plus(sum, range);
            ids.add(id(quantity));
        }
        Quantity first = all.get(0);
        equal(
                all,
                sum.contains(total),
                "%s: %s (%s)".formatted(first.unit(), String.join(" + ", ids), text(first, sum)),
                Ranges.text(Range.singleton(total), 0));
    }

    /** The parts of a distribution are 100% together, and their counts are shares of one whole. */
    private void distributions() {
        ListMultimap<Place, Quantity> groups =
                MultimapBuilder.linkedHashKeys().arrayListValues().build();
        for (Quantity quantity : quantities) {
            if (quantity.figure().measure().startsWith("holders of ")) {
                Place place = place(quantity);
                groups.put(new Place(place.document, place.period, place.measure, "", place.unit), quantity);
            }
        }
        for (Place group : groups.keySet()) {
            List<Quantity> members = groups.get(group);
            if (group.unit.equals("percent")) {
                total(members, Rational.HUNDRED);
            } else {
                sharesOfOneWhole(members);
            }
        }
    }

    private void sharesOfOneWhole(List<Quantity> counts) {
        Map<Quantity, Range<Rational>> bases = new LinkedHashMap<>();
        for (Quantity count : counts) {
            for (Quantity share : places.get(placeIn(count, "percent"))) {
                Range<Rational> percent = range(share, VALUE);
                Range<Rational> ofCount = range(count, VALUE);
                if (Ranges.isBounded(percent)
                        && Ranges.isBounded(ofCount)
                        && percent.lowerEndpoint().signum() > 0
                        && ofCount.lowerEndpoint().signum() >= 0) {
                    bases.put(count, Ranges.times(Ranges.quotient(ofCount, percent), Rational.HUNDRED));
                }
            }
        }
        bases.forEach((a, baseOfA) -> bases.forEach((b, baseOfB) -> {
            if (a.row() < b.row()) {
                equal(
                        List.of(a, b),
                        Ranges.meets(baseOfA, baseOfB),
                        "%s: the whole by %s (%s)".formatted(a.unit(), id(a), text(a, baseOfA)),
                        "the whole by " + id(b) + " (" + text(b, baseOfB) + ")");
            }
        }));
    }

    /** What was counted within a part of a period is no more than within all of it. */
    private void withinPeriods() {
        forPairs(
                quantity -> new Place(
                        quantity.figure().document(),
                        "",
                        quantity.figure().measure(),
                        quantity.figure().breakdown(),
                        quantity.unit()),
                (part, whole) -> {
                    if (part.addsUp() && whole.addsUp() && isWithin(part, whole)) {
                        atMost(VALUE, part, whole);
                    }
                });
    }

    private static boolean isWithin(Quantity part, Quantity whole) {
        Optional<Range<LocalDate>> inner = days(part);
        Optional<Range<LocalDate>> outer = days(whole);
        return inner.isPresent()
                && outer.isPresent()
                && !inner.equals(outer)
                && outer.get().encloses(inner.get());
    }

    private static Optional<Range<LocalDate>> days(Quantity quantity) {
        String[] days = quantity.figure().period().split("/", -1);
        if (days.length != 2) {
            return Optional.empty();
        }
        try {
            return Optional.of(Range.closed(LocalDate.parse(days[0]), LocalDate.parse(days[1])));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A mean 'x per y' is the x of the document over its y. */
    private void perHead() {
        for (Quantity mean : quantities) {
            int per = mean.figure().measure().indexOf(" per ");
            if (per < 0 || mean.whole() || mean.isPercentage()) {
                continue;
            }
            String above = mean.figure().measure().substring(0, per);
            String below = mean.figure().measure().substring(per + " per ".length());
            Optional<Quantity> numerator = counted(mean, above).or(() -> counted(mean, above + " completed"));
            Optional<Quantity> denominator = counted(mean, below);
            if (numerator.isPresent() && denominator.isPresent()) {
                quotient(mean, numerator.get(), denominator.get());
            }
        }
    }

    private Optional<Quantity> counted(Quantity mean, String measure) {
        return quantities.stream()
                .filter(Quantity::whole)
                .filter(other -> other.figure().measure().equals(measure))
                .filter(other -> other.figure().document().equals(mean.figure().document()))
                .filter(other -> other.figure().period().equals(mean.figure().period()))
                .findFirst();
    }

    private void quotient(Quantity mean, Quantity numerator, Quantity denominator) {
        Range<Rational> above = range(numerator, VALUE);
        Range<Rational> below = range(denominator, VALUE);
        Range<Rational> printed = range(mean, VALUE);
        if (Ranges.isBounded(above)
                && Ranges.isBounded(below)
                && Ranges.isBounded(printed)
                && above.lowerEndpoint().signum() >= 0
                && below.lowerEndpoint().signum() > 0) {
            Range<Rational> quotient = Ranges.quotient(above, below);
            equal(
                    List.of(mean, numerator, denominator),
                    Ranges.meets(quotient, printed),
                    "%s / %s (%s)".formatted(id(numerator), id(denominator), text(mean, quotient)),
                    id(mean) + " (" + text(mean.value()) + ")");
        }
    }

    private void forPairs(Function<Quantity, Place> key, BiConsumer<Quantity, Quantity> pair) {
        ListMultimap<Place, Quantity> groups =
                MultimapBuilder.linkedHashKeys().arrayListValues().build();
        quantities.forEach(quantity -> groups.put(key.apply(quantity), quantity));
        for (Collection<Quantity> group : groups.asMap().values()) {
            for (Quantity a : group) {
                group.forEach(b -> pair.accept(a, b));
            }
        }
    }

    private void equal(List<Quantity> of, boolean holds, String one, String other) {
        tried(of, true, holds, one + " is ", other);
    }

    private void bound(List<Quantity> of, boolean holds, String one, String other) {
        tried(of, false, holds, one + " is ", other);
    }

    private void tried(List<Quantity> of, boolean exact, boolean holds, String one, String other) {
        LinkedHashSet<Integer> rows = new LinkedHashSet<>();
        of.forEach(quantity -> rows.add(quantity.row()));
        trials.add(new Trial(List.copyOf(rows), exact, holds, one + (holds ? "" : "not ") + other));
    }

    private Range<Rational> range(Quantity quantity, Side side) {
        return ranges.computeIfAbsent(quantity, q -> {
                    Map<Side, Range<Rational>> sides = new TreeMap<>();
                    for (Side each : List.of(VALUE, PREVIOUS, CHANGE)) {
                        sides.put(each, q.range(each));
                    }
                    return sides;
                })
                .getOrDefault(side, Range.all());
    }

    private static boolean isPart(Map<String, String> part, Map<String, String> whole) {
        Map<String, String> all = new TreeMap<>(part);
        if (part.getOrDefault("application", "").startsWith("s31")) {
            all.putIfAbsent(LAW, "public");
        }
        return all.size() > whole.size()
                && all.entrySet().containsAll(whole.entrySet())
                && part.entrySet().stream()
                        .allMatch(entry -> whole.containsKey(entry.getKey())
                                || !entry.getValue().isEmpty());
    }

    /** The {@code key=value} pairs of a breakdown; a text that is no pair stands as a key without a value. */
    private static Map<String, String> breakdown(Quantity quantity) {
        Map<String, String> keys = new TreeMap<>();
        for (String part : quantity.figure().breakdown().split(";")) {
            int equals = part.indexOf('=');
            if (equals >= 0) {
                keys.put(
                        part.substring(0, equals).strip(),
                        part.substring(equals + 1).strip());
            } else if (!part.isBlank() && !part.strip().equals("all")) {
                keys.put(part.strip(), "");
            }
        }
        return keys;
    }

    private static Map<String, String> with(Map<String, String> breakdown, String law) {
        Map<String, String> keys = new TreeMap<>(breakdown);
        keys.put(LAW, law);
        return keys;
    }

    private static Place place(Quantity quantity) {
        return placeOf(quantity, quantity.figure().measure());
    }

    private static Place placeOf(Quantity quantity, String measure) {
        PublishedFigure figure = quantity.figure();
        return new Place(figure.document(), figure.period(), measure, figure.breakdown(), quantity.unit());
    }

    private static Place placeAt(Quantity quantity, String period) {
        PublishedFigure figure = quantity.figure();
        return new Place(figure.document(), period, figure.measure(), figure.breakdown(), quantity.unit());
    }

    private static Place placeIn(Quantity quantity, String unit) {
        PublishedFigure figure = quantity.figure();
        return new Place(figure.document(), figure.period(), figure.measure(), figure.breakdown(), unit);
    }

    private static String id(Quantity quantity) {
        return quantity.figure().id();
    }

    private static String text(Optional<PrintedNumber> number) {
        return number.map(PrintedNumber::text).orElse("");
    }

    private static String text(Quantity quantity, Range<Rational> range) {
        return Ranges.text(range, quantity.whole() ? 0 : 2);
    }
}
