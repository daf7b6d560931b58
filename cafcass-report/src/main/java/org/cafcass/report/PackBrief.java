package org.cafcass.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cafcass.metrics.Comparison;
import org.cafcass.metrics.Measure;
import org.cafcass.metrics.Movement;
import org.cafcass.report.PackList.Item;
import org.cafcass.report.PackList.Tone;

/** What a board pack comes to, in words: what got worse, what got better, where the concern is. */
final class PackBrief {
    /**
     * A headline.
     *
     * @param title what it is
     * @param comparison the figure and what it was
     */
    record Headline(String title, Comparison comparison) {}

    private PackBrief() {}

    /**
     * The section.
     *
     * @param headlines the headlines that are compared
     * @param than what they are compared with: {@code last year}
     * @param concerns what else is cause for concern
     */
    static List<PackBlock> blocks(List<Headline> headlines, String than, List<Item> concerns) {
        List<PackBlock> blocks = new ArrayList<>();
        moved(headlines, Movement.WORSE)
                .ifPresent(items -> blocks.add(new PackList("Worse than " + than, Tone.BAD, items)));
        moved(headlines, Movement.BETTER)
                .ifPresent(items -> blocks.add(new PackList("Better than " + than, Tone.GOOD, items)));
        if (!concerns.isEmpty()) {
            blocks.add(new PackList("Where the concern is", Tone.BAD, concerns));
        }
        return blocks;
    }

    /** How many headlines got better and worse; empty where none is compared. */
    static String summary(List<Headline> headlines, String than) {
        long better = count(headlines, Movement.BETTER);
        long worse = count(headlines, Movement.WORSE);
        long same = count(headlines, Movement.SAME);
        long all = better + worse + same;
        return all == 0
                ? ""
                : "Of " + all + " headlines that can be better or worse, " + better
                        + (better == 1 ? " is" : " are") + " better than " + than + ", " + worse + " worse and "
                        + same + " unchanged, hardly changed or within chance.";
    }

    private static long count(List<Headline> headlines, Movement movement) {
        return headlines.stream()
                .filter(headline -> Shown.movement(headline.comparison()).equals(Optional.of(movement)))
                .count();
    }

    private static Optional<List<Item>> moved(List<Headline> headlines, Movement movement) {
        List<Item> items = headlines.stream()
                .filter(headline -> Shown.movement(headline.comparison()).equals(Optional.of(movement)))
                .map(PackBrief::item)
                .toList();
        return items.isEmpty() ? Optional.empty() : Optional.of(items);
    }

    private static Item item(Headline headline) {
        Comparison comparison = headline.comparison();
        Measure measure = comparison.figure().measure();
        String percent = Shown.changePercent(comparison);
        return new Item(
                headline.title(),
                Optional.of(measure.name()),
                Shown.withUnit(comparison.figure()) + ", was " + Shown.withUnit(comparison.previous()) + " ("
                        + (percent.isEmpty() ? Shown.change(comparison) : percent) + ")");
    }
}
