package org.cafcass.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.cafcass.model.AdviserId;
import org.cafcass.model.CaseId;
import org.cafcass.model.extract.Extract;
import org.cafcass.workload.WeightingScheme;
import org.cafcass.workload.WeightingSchemes;
import org.cafcass.workload.allocation.AllocationPlan;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;

/**
 * Sharing out 1,316 waiting cases among 1,288 advisers in 19 areas, whatever the number of cases asked for: how many are placed, and the
 * spread. By the scheme {@code ceiling-2022} all cases of an area and team weigh the same, so that handing each to the adviser whose saturation
 * rises least is the best there is; the peers do so, and are spared finding out who waits and who holds what.
 *
 * <pre>{@code bin/benchmark AllocationBenchmark -p cases=100000 -prof gc}</pre>
 */
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class AllocationBenchmark extends HotPath {
    private static final WeightingScheme SCHEME =
            WeightingSchemes.shipped().inEffect(WeightingSchemes.DEFAULT, NationalService.AS_AT);

    /** What answers. */
    @Param({"CAFCASS", "STREAMS", "LOOP"})
    public Implementation implementation = Implementation.CAFCASS;

    /** The plan. */
    @Benchmark
    public double[] allocation() throws Exception {
        return nextAnswer();
    }

    @Override
    int[] days() {
        return new int[] {Peers.epochDay(NationalService.AS_AT)};
    }

    @Override
    Question question(SampleRecords records) {
        Extract extract = NationalService.national(2022);
        AllocationProblem problem = AllocationProblem.of(extract, SCHEME);
        switch (implementation) {
            case CAFCASS:
                return day -> answer(
                        problem,
                        AllocationPlan.of(extract, SCHEME, NationalService.AS_AT)
                                .given());
            case STREAMS:
                return day -> answer(problem, streams(problem));
            case LOOP:
                return day -> answer(problem, loop(problem));
            default:
                throw new IllegalArgumentException("Invalid implementation: " + implementation);
        }
    }

    @Override
    double[] expected(SampleRecords records, int day) {
        AllocationProblem problem = AllocationProblem.of(NationalService.national(2022), SCHEME);
        return answer(problem, loop(problem));
    }

    private static double[] answer(AllocationProblem problem, Map<CaseId, AdviserId> given) {
        return new double[] {given.size(), problem.spread(given)};
    }

    /** An adviser as cases are handed out. */
    private static final class Open {
        private final AllocationProblem.Taker taker;
        private double load;

        Open(AllocationProblem.Taker taker) {
            this.taker = taker;
            this.load = taker.load().doubleValue();
        }

        boolean hasRoomFor(AllocationProblem.Waiting one) {
            return load + one.points().doubleValue() <= taker.capacity().doubleValue();
        }

        double rise(AllocationProblem.Waiting one) {
            double points = one.points().doubleValue();
            return points * (2 * load + points) / taker.capacity().doubleValue();
        }

        void take(AllocationProblem.Waiting one) {
            load += one.points().doubleValue();
        }
    }

    private static Map<CaseId, AdviserId> streams(AllocationProblem problem) {
        Map<AllocationProblem.Pool, List<Open>> pools =
                problem.advisers().stream().map(Open::new).collect(Collectors.groupingBy(open -> open.taker.pool()));
        Map<CaseId, AdviserId> given = new HashMap<>();
        problem.cases().forEach(one -> {
            Optional<Open> best = pools.getOrDefault(one.pool(), List.of()).stream()
                    .filter(open -> open.hasRoomFor(one))
                    .min(Comparator.comparingDouble(open -> open.rise(one)));
            best.ifPresent(open -> {
                open.take(one);
                given.put(one.id(), open.taker.id());
            });
        });
        return given;
    }

    private static Map<CaseId, AdviserId> loop(AllocationProblem problem) {
        Map<AllocationProblem.Pool, List<Open>> pools = new HashMap<>();
        for (AllocationProblem.Taker taker : problem.advisers()) {
            pools.computeIfAbsent(taker.pool(), pool -> new ArrayList<>()).add(new Open(taker));
        }
        Map<CaseId, AdviserId> given = new HashMap<>();
        for (AllocationProblem.Waiting one : problem.cases()) {
            double least = Double.POSITIVE_INFINITY;
            Open best = null;
            for (Open open : pools.getOrDefault(one.pool(), List.of())) {
                if (open.hasRoomFor(one) && open.rise(one) < least) {
                    least = open.rise(one);
                    best = open;
                }
            }
            if (best != null) {
                best.take(one);
                given.put(one.id(), best.taker.id());
            }
        }
        return given;
    }
}
