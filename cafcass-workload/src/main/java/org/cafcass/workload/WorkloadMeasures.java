package org.cafcass.workload;

import java.lang.ref.WeakReference;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.cafcass.metrics.BreakdownKey;
import org.cafcass.metrics.Direction;
import org.cafcass.metrics.Measure;
import org.cafcass.metrics.Tally;
import org.cafcass.model.Role;
import org.cafcass.model.extract.Extract;
import org.cafcass.model.extract.ExtractTable;
import org.jspecify.annotations.Nullable;

/** The measures that rest on a weighting scheme, for a catalogue to take in beside {@link org.cafcass.metrics.Measures}. */
public final class WorkloadMeasures {
    private static final BreakdownKey[] ADVISER_KEYS = {
        BreakdownKey.TEAM, BreakdownKey.EMPLOYMENT, BreakdownKey.AREA, BreakdownKey.REGION
    };
    private static final List<Measure> SHIPPED = by(WeightingSchemes::shipped, WeightingSchemes.DEFAULT);

    private WorkloadMeasures() {}

    /** The measures {@code saturation-percent} and {@code weighted-caseload-mean-fte} by the scheme {@code ceiling-2022}. */
    public static List<Measure> all() {
        return SHIPPED;
    }

    /**
     * The measures {@code saturation-percent} and {@code weighted-caseload-mean-fte} by a scheme: for each day the one of the name that is
     * in effect on it, {@code not_available} where none is. Asking for a figure throws a {@link WorkloadException} where there is none of the
     * name, a case has no weight or a personal ceiling has no ceiling of the team.
     */
    public static List<Measure> of(WeightingSchemes schemes, String name) {
        Objects.requireNonNull(schemes, "schemes");
        return by(() -> schemes, name);
    }

    /* Those that ship are read when a figure is first asked for. */
    private static List<Measure> by(Supplier<WeightingSchemes> schemes, String name) {
        Weighing weighing = new Weighing(schemes, name);
        Tally load = Tally.ofAdvisers(
                "points of the open cases that family court advisers employed as at D hold",
                weighing.amounts((day, row) -> Optional.of(day.exactLoad(row))),
                ExtractTable.ALLOCATIONS);
        Tally capacity = Tally.ofAdvisers(
                "points of capacity of the family court advisers employed as at D",
                weighing.amounts((day, row) -> Optional.of(day.exactCapacity(row))),
                ExtractTable.ALLOCATIONS);
        Tally leadLoad = Tally.ofAdvisers(
                "points of the open cases held as lead by family court advisers employed as at D",
                weighing.amounts((day, row) -> ofLeads(day, row, day.exactLeadLoad(row))),
                ExtractTable.ALLOCATIONS);
        Tally fte = Tally.ofAdvisers(
                "fte of the family court advisers employed as at D who hold an open case as lead",
                weighing.amounts(
                        (day, row) -> ofLeads(day, row, day.advisers().get(row).fte())),
                ExtractTable.ALLOCATIONS);
        return List.of(
                Measure.named("saturation-percent")
                        .title("Saturation")
                        .unit("percent")
                        .better(Direction.LOWER_IS_BETTER)
                        .decimals(1)
                        .definition(
                                "Load of all the open cases that the family court advisers employed as at D hold, in whatever kind of"
                                        + " allocation / the sum of their capacities; advisers with no case count. Weighting scheme: "
                                        + name + ".")
                        .source("Cafcass board paper, 28 April 2022: balanced scorecard data")
                        .asAtDay()
                        .by(ADVISER_KEYS)
                        .percent(load, capacity),
                Measure.named("weighted-caseload-mean-fte")
                        .title("Mean weighted caseload by full-time equivalent")
                        .unit("points per FTE")
                        .better(Direction.LOWER_IS_BETTER)
                        .decimals(1)
                        .definition(
                                "Load of the open cases held as lead by family court advisers employed as at D / the sum of the fte of"
                                        + " the advisers who hold one or more. Weighting scheme: " + name + ".")
                        .source("Cafcass board paper, 28 April 2022: the numbers (2)")
                        .asAtDay()
                        .by(ADVISER_KEYS)
                        .ratio(leadLoad, fte));
    }

    private static Optional<BigDecimal> ofLeads(WeightedCaseloads.Day day, int row, BigDecimal amount) {
        return day.leadCases(row) > 0 ? Optional.of(amount) : Optional.empty();
    }

    /** What an adviser adds on a day. */
    @FunctionalInterface
    private interface Amount {
        Optional<BigDecimal> of(WeightedCaseloads.Day day, int row);
    }

    /** Goes through an extract once for all tallies, breakdowns and days. */
    private static final class Weighing {
        private final Supplier<WeightingSchemes> schemes;
        private final String name;
        private final AtomicReference<@Nullable Weighed> last = new AtomicReference<>();

        Weighing(Supplier<WeightingSchemes> schemes, String name) {
            this.schemes = schemes;
            this.name = Objects.requireNonNull(name, "name");
        }

        /* By row of advisers; empty for those who are no family court adviser employed on the day. */
        Tally.AdviserAmounts amounts(Amount amount) {
            return (extract, asAt) -> {
                WeightedCaseloads.Day day = weighed(extract).on(inEffect(asAt), asAt);
                List<Optional<BigDecimal>> byRow = new ArrayList<>();
                for (int row = 0; row < day.advisers().size(); row++) {
                    byRow.add(day.isEmployed(row) ? amount.of(day, row) : Optional.empty());
                }
                return byRow;
            };
        }

        /* What an engine is told of a day that it cannot know: the figure is not available. */
        private WeightingScheme inEffect(LocalDate asAt) {
            WeightingSchemes known = schemes.get();
            return known.find(name, asAt).orElseThrow(() -> new DateTimeException(known.notInEffect(name, asAt)));
        }

        private Weighed weighed(Extract extract) {
            Weighed known = last.get();
            if (known == null || known.extract.get() != extract) {
                known = new Weighed(extract);
                last.set(known);
            }
            return known;
        }
    }

    /** An extract's caseloads by each version of a scheme, and those of the day asked for last. */
    private static final class Weighed {
        private final WeakReference<Extract> extract;
        private final WeightedCaseloads.Base base;
        private final Map<LocalDate, WeightedCaseloads> byVersion = new ConcurrentHashMap<>();
        private final AtomicReference<@Nullable DayAsked> last = new AtomicReference<>();

        private record DayAsked(LocalDate asAt, WeightedCaseloads.Day day) {}

        Weighed(Extract extract) {
            this.extract = new WeakReference<>(extract);
            this.base = WeightedCaseloads.base(extract, adviser -> adviser.role() == Role.FAMILY_COURT_ADVISER);
        }

        WeightedCaseloads.Day on(WeightingScheme scheme, LocalDate asAt) {
            DayAsked known = last.get();
            if (known == null || !known.asAt.equals(asAt)) {
                WeightedCaseloads caseloads = byVersion.computeIfAbsent(
                        scheme.effectiveFrom(), unused -> new WeightedCaseloads(base, scheme));
                known = new DayAsked(asAt, caseloads.on(asAt));
                last.set(known);
            }
            return known.day;
        }
    }
}
