package org.cafcass.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.cafcass.model.AdviserId;
import org.cafcass.model.CaseId;
import org.cafcass.model.extract.Extract;
import org.cafcass.workload.allocation.AllocationPlan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** This library and a solver agree on problems that the solver can settle: with room for all cases, and with too little. */
class CpSatAllocationTest {
    @ParameterizedTest
    @CsvSource({"1, 1, 3, 8, 20, 8", "2, 2, 6, 9, 24, 4", "3, 1, 4, 12, 30, 12", "4, 1, 3, 11, 40, 8"})
    void bothPlaceTheSameCasesWithTheSameSpread(
            long seed, int areas, int advisers, int waiting, int heldBelow, int placed) {
        Extract extract = NationalService.of(seed, areas, advisers, waiting, heldBelow);
        AllocationProblem problem = AllocationProblem.of(extract, NationalService.BY_CHILDREN);

        Map<CaseId, AdviserId> given = AllocationPlan.of(extract, NationalService.BY_CHILDREN, NationalService.AS_AT)
                .given();
        CpSatAllocation.Answer best = CpSatAllocation.solve(problem, 60, Map.of());

        assertThat(best.optimal()).isTrue();
        assertThat(given).hasSize(placed);
        assertThat(problem.placed(given)).isEqualTo(problem.placed(best.given()));
        assertThat(problem.spread(given)).isEqualTo(problem.spread(best.given()), within(1e-9));
        assertThat(best.leastSpread()).isEqualTo(problem.spread(given), within(1e-6));
    }
}
