package org.cafcass.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cafcass.model.AdviserId;
import org.cafcass.model.CaseId;
import org.cafcass.model.extract.Extract;
import org.cafcass.workload.allocation.AllocationPlan;

/**
 * Shows this library's allocation beside OR-Tools CP-SAT on the national problem. Arguments: the seconds that the solver is given, and the
 * seed of the problem.
 */
public final class SolverComparison {
    private SolverComparison() {}

    /** Compares. */
    public static void main(String[] arguments) {
        double seconds = Double.parseDouble(arguments[0]);
        Extract extract = NationalService.national(Long.parseLong(arguments[1]));
        AllocationProblem problem = AllocationProblem.of(extract, NationalService.BY_CHILDREN);
        AllocationPlan plan = AllocationPlan.of(extract, NationalService.BY_CHILDREN, NationalService.AS_AT);
        show(problem, "this library, bound " + plan.bound().gapPercent() + "%", plan.given());
        for (Map<CaseId, AdviserId> start : List.of(Map.<CaseId, AdviserId>of(), plan.given())) {
            CpSatAllocation.Answer answer = CpSatAllocation.solve(problem, seconds, start);
            show(
                    problem,
                    String.format(
                            Locale.ROOT,
                            "CP-SAT%s, %s, at least %.6f",
                            start.isEmpty() ? "" : " begun from this library's answer",
                            answer.optimal() ? "optimal" : "not proved optimal",
                            answer.leastSpread()),
                    answer.given());
        }
    }

    private static void show(AllocationProblem problem, String who, Map<CaseId, AdviserId> given) {
        System.out.printf(Locale.ROOT, "%s: %d cases placed, spread %.6f%n", who, given.size(), problem.spread(given));
    }
}
