package org.cafcass.workload;

import java.lang.ref.WeakReference;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.cafcass.metrics.BreakdownKey;
import org.cafcass.metrics.Direction;
import org.cafcass.metrics.Measure;
import org.cafcass.metrics.Tally;
import org.cafcass.model.AdviserId;
import org.cafcass.model.Role;
import org.cafcass.model.extract.Extract;
import org.cafcass.model.extract.ExtractTable;
import org.jspecify.annotations.Nullable;

/** The measures that rest on a weighting scheme, for a catalogue to take in beside {@link org.cafcass.metrics.Measures}. */
public final class WorkloadMeasures {
    private static final BreakdownKey[] ADVISER_KEYS = {
        BreakdownKey.TEAM, BreakdownKey.EMPLOYMENT, BreakdownKey.AREA, BreakdownKey.REGION
    };
    private static final List<Measure> SHIPPED = of(WeightingSchemes.shipped(), WeightingSchemes.DEFAULT);

    private WorkloadMeasures() {}

    /** The measures {@code saturation-percent} and {@code weighted-caseload-mean-fte} by the scheme {@code ceiling-2022}. */
    public static List<Measure> all() {
        return SHIPPED;
    }

    /**
     * The measures {@code saturation-percent} and {@code weighted-caseload-mean-fte} by a scheme: for each day the one of the name that is
     * in effect on it. Asking for a figure throws a {@link WorkloadException} where none is in effect, a case has no weight or a personal
     * ceiling has no ceiling of the team.
     */
    public static List<Measure> of(WeightingSchemes schemes, String name) {
        Weighing weighing = new Weighing(schemes, name);
        Tally load = Tally.ofAdvisers(
                "points of the open cases that family court advisers employed as at D hold",
                weighing.amounts(workload -> Optional.of(workload.load().central())),
                ExtractTable.ALLOCATIONS);
        Tally capacity = Tally.ofAdvisers(
                "points of capacity of the family court advisers employed as at D",
                weighing.amounts(workload -> Optional.of(workload.capacity().points())),
                ExtractTable.ALLOCATIONS);
        Tally leadLoad = Tally.ofAdvisers(
                "points of the open cases held as lead by family court advisers employed as at D",
                weighing.amounts(
                        workload -> holdsAsLead(workload, workload.leadLoad().central())),
                ExtractTable.ALLOCATIONS);
        Tally fte = Tally.ofAdvisers(
                "fte of those of them who hold one",
                weighing.amounts(
                        workload -> holdsAsLead(workload, workload.adviser().fte())),
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
                                        + " those of them who hold one. Weighting scheme: " + name + ".")
                        .source("Cafcass board paper, 28 April 2022: the numbers (2)")
                        .asAtDay()
                        .by(ADVISER_KEYS)
                        .ratio(leadLoad, fte));
    }

    private static Optional<BigDecimal> holdsAsLead(AdviserWorkload workload, BigDecimal amount) {
        return workload.leadCases() > 0 ? Optional.of(amount) : Optional.empty();
    }

    /** Weighs an extract once for all tallies and breakdowns of a day. */
    private static final class Weighing {
        private final WeightingSchemes schemes;
        private final String name;
        private final AtomicReference<@Nullable Weighed> last = new AtomicReference<>();

        Weighing(WeightingSchemes schemes, String name) {
            this.schemes = Objects.requireNonNull(schemes, "schemes");
            this.name = Objects.requireNonNull(name, "name");
        }

        Tally.AdviserAmounts amounts(Function<AdviserWorkload, Optional<BigDecimal>> amount) {
            return (extract, asAt) -> weigh(extract, asAt).workloads.stream()
                    .map(workload -> workload.flatMap(amount))
                    .toList();
        }

        private Weighed weigh(Extract extract, LocalDate asAt) {
            Weighed known = last.get();
            if (known == null || known.extract.get() != extract || !known.asAt.equals(asAt)) {
                known = new Weighed(new WeakReference<>(extract), asAt, workloads(extract, asAt));
                last.set(known);
            }
            return known;
        }

        /* By row of advisers; empty for those who are no family court adviser employed on the day. */
        private List<Optional<AdviserWorkload>> workloads(Extract extract, LocalDate asAt) {
            Workload workload = Workload.of(
                    extract,
                    schemes.inEffect(name, asAt),
                    asAt,
                    adviser -> adviser.role() == Role.FAMILY_COURT_ADVISER);
            Map<AdviserId, AdviserWorkload> employed = new HashMap<>();
            for (AdviserWorkload one : workload.advisers()) {
                if (one.isEmployed()) {
                    employed.put(one.adviser().adviserId(), one);
                }
            }
            List<Optional<AdviserWorkload>> byRow = new ArrayList<>();
            extract.advisers().forEach(adviser -> byRow.add(Optional.ofNullable(employed.get(adviser.adviserId()))));
            return Collections.unmodifiableList(byRow);
        }
    }

    private record Weighed(WeakReference<Extract> extract, LocalDate asAt, List<Optional<AdviserWorkload>> workloads) {}
}
