package org.cafcass.metrics.published;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * What arithmetic that was tried says of each figure.
 *
 * <p>A figure that fails by its own numbers is inconsistent and is taken to be the cause of every failure it has a part in.
 * What fails elsewhere is put down to the figures that all connected failures have in common, or to all of them where none is
 * common.
 */
public final class Verdicts {
    private final List<String> ids;
    private final ListMultimap<Integer, Trial> arithmetic;
    private final ListMultimap<Integer, Trial> plausibility;

    private Verdicts(List<String> ids, List<Trial> arithmetic, List<Trial> plausibility) {
        this.ids = ids;
        this.arithmetic = byRow(arithmetic);
        this.plausibility = byRow(plausibility);
    }

    /**
     * A verdict for each figure, in the order given.
     *
     * @param ids names the figures
     * @param alone what was tried of a figure's own numbers
     * @param together what was tried of several figures
     * @param plausibility what is not impossible where it fails, but implausible
     * @param otherwise by place, what to say of a figure of which nothing was tried
     */
    public static List<CheckedFigure> of(
            List<String> ids,
            List<Trial> alone,
            List<Trial> together,
            List<Trial> plausibility,
            IntFunction<String> otherwise) {
        List<Trial> arithmetic = new ArrayList<>(alone);
        arithmetic.addAll(together);
        Set<Integer> inconsistent = new HashSet<>();
        alone.stream().filter(trial -> !trial.holds()).forEach(trial -> inconsistent.addAll(trial.rows()));
        inconsistent.addAll(blamed(together.stream()
                .filter(trial -> !trial.holds())
                .filter(trial -> trial.rows().stream().noneMatch(inconsistent::contains))
                .toList()));
        Verdicts verdicts = new Verdicts(ids, arithmetic, plausibility);
        List<CheckedFigure> checked = new ArrayList<>();
        for (int row = 0; row < ids.size(); row++) {
            checked.add(verdicts.verdict(row, inconsistent.contains(row), otherwise));
        }
        return List.copyOf(checked);
    }

    private CheckedFigure verdict(int row, boolean inconsistent, IntFunction<String> otherwise) {
        String id = ids.get(row);
        if (inconsistent) {
            return new CheckedFigure(id, Verdict.INCONSISTENT, findings(arithmetic.get(row), false));
        }
        String implausible = findings(plausibility.get(row), false);
        if (!implausible.isEmpty()) {
            return new CheckedFigure(id, Verdict.IMPLAUSIBLE, implausible);
        }
        List<Trial> exact = arithmetic.get(row).stream().filter(Trial::exact).toList();
        String equal = findings(exact, true);
        String holds = equal.isEmpty() ? findings(arithmetic.get(row), true) : equal;
        return holds.isEmpty()
                ? new CheckedFigure(id, Verdict.UNDETERMINED, otherwise.apply(row))
                : new CheckedFigure(id, Verdict.CONSISTENT, holds);
    }

    private static String findings(List<Trial> trials, boolean holds) {
        return trials.stream()
                .filter(trial -> trial.holds() == holds)
                .map(Trial::finding)
                .distinct()
                .collect(joining("; "));
    }

    /** The rows that explain failures: those common to all of a connected group, else the whole group. */
    private static Set<Integer> blamed(List<Trial> failures) {
        ListMultimap<Integer, Trial> byRow = byRow(failures);
        Set<Integer> blamed = new HashSet<>();
        Set<Trial> seen = new HashSet<>();
        for (Trial first : failures) {
            if (!seen.add(first)) {
                continue;
            }
            Set<Integer> all = new LinkedHashSet<>();
            Set<Integer> common = new LinkedHashSet<>(first.rows());
            Deque<Trial> open = new ArrayDeque<>(List.of(first));
            while (!open.isEmpty()) {
                Trial trial = open.remove();
                common.retainAll(trial.rows());
                trial.rows().stream()
                        .filter(all::add)
                        .flatMap(row -> byRow.get(row).stream())
                        .filter(seen::add)
                        .forEach(open::add);
            }
            blamed.addAll(common.isEmpty() ? all : common);
        }
        return blamed;
    }

    private static ListMultimap<Integer, Trial> byRow(List<Trial> trials) {
        ListMultimap<Integer, Trial> byRow =
                MultimapBuilder.hashKeys().arrayListValues().build();
        trials.forEach(trial -> new LinkedHashSet<>(trial.rows()).forEach(row -> byRow.put(row, trial)));
        return byRow;
    }
}
