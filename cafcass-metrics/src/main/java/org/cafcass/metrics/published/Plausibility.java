package org.cafcass.metrics.published;

import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import com.google.common.collect.Range;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Holds the children per case of each figure of at least 100 cases against the document's others: those of the same law
 * where there are two, and far off is below 4/5 of the lowest of them or above 5/4 of the highest; else all of them where
 * there are three, and far off is below 2/3 of the lowest or above 3/2 of the highest, since laws differ.
 */
final class Plausibility {
    private static final Rational SMALLEST = Rational.of(100);
    private static final Rational OF_THE_SAME_LAW = Rational.of(5).dividedBy(Rational.of(4));
    private static final Rational OF_ANY_LAW = Rational.of(3).dividedBy(Rational.of(2));

    private record Ratio(Quantity cases, Quantity children, Rational perCase) {
        boolean isOf(String document) {
            return cases.figure().document().equals(document);
        }

        String law() {
            String breakdown = cases.figure().breakdown();
            if (breakdown.contains("law=public") || breakdown.contains("application=s31")) {
                return "public";
            }
            return breakdown.contains("law=private") || breakdown.contains("application=s8") ? "private" : "";
        }
    }

    private final List<Ratio> ratios;

    Plausibility(List<Quantity> quantities) {
        ListMultimap<List<String>, Quantity> children =
                MultimapBuilder.hashKeys().arrayListValues().build();
        for (Quantity quantity : quantities) {
            if (quantity.unit().equals("children")) {
                children.put(place(quantity), quantity);
            }
        }
        List<Ratio> all = new ArrayList<>();
        for (Quantity cases : quantities) {
            if (cases.unit().equals("cases")) {
                children.get(place(cases)).forEach(of -> ratio(cases, of).ifPresent(all::add));
            }
        }
        ratios = List.copyOf(all);
    }

    /** One trial for each ratio that there are others to hold against. */
    List<Trial> trials() {
        List<Trial> trials = new ArrayList<>();
        for (Ratio ratio : ratios) {
            List<Rational> sameLaw = others(ratio, true);
            List<Rational> all = others(ratio, false);
            if (sameLaw.size() >= 2) {
                trials.add(trial(ratio, Range.encloseAll(sameLaw), OF_THE_SAME_LAW));
            } else if (all.size() >= 3) {
                trials.add(trial(ratio, Range.encloseAll(all), OF_ANY_LAW));
            }
        }
        return trials;
    }

    private static Trial trial(Ratio ratio, Range<Rational> others, Rational factor) {
        boolean plausible = ratio.perCase.times(factor).compareTo(others.lowerEndpoint()) >= 0
                && ratio.perCase.compareTo(others.upperEndpoint().times(factor)) <= 0;
        Set<Integer> rows = new LinkedHashSet<>(List.of(ratio.cases.row(), ratio.children.row()));
        return new Trial(
                List.copyOf(rows),
                false,
                plausible,
                "%s children / %s cases is %s a case, the document's others %s"
                        .formatted(
                                text(ratio.children),
                                text(ratio.cases),
                                Ranges.text(Range.singleton(ratio.perCase), 2),
                                Ranges.text(others, 2)));
    }

    private List<Rational> others(Ratio ratio, boolean sameLaw) {
        return ratios.stream()
                .filter(other -> !other.equals(ratio))
                .filter(other -> other.isOf(ratio.cases.figure().document()))
                .filter(other -> !sameLaw || other.law().equals(ratio.law()))
                .map(Ratio::perCase)
                .toList();
    }

    private static List<String> place(Quantity quantity) {
        PublishedFigure figure = quantity.figure();
        return List.of(figure.document(), figure.period(), figure.measure(), figure.breakdown());
    }

    private static Optional<Ratio> ratio(Quantity cases, Quantity children) {
        if (!cases.whole()
                || !children.whole()
                || cases.value().isEmpty()
                || children.value().isEmpty()) {
            return Optional.empty();
        }
        Rational counted = Rational.of(cases.value().get().number());
        return counted.compareTo(SMALLEST) < 0
                ? Optional.empty()
                : Optional.of(new Ratio(
                        cases,
                        children,
                        Rational.of(children.value().get().number()).dividedBy(counted)));
    }

    private static String text(Quantity quantity) {
        return quantity.value().orElseThrow().text();
    }
}
