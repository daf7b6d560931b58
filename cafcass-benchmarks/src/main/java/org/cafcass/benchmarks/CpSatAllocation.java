package org.cafcass.benchmarks;

import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cafcass.model.AdviserId;
import org.cafcass.model.CaseId;

/**
 * OR-Tools CP-SAT on the same problem: a yes or no for each case and adviser of its pool, and the square of each adviser's load.
 *
 * <p>First it places cases, in stretches of forty from the most urgent one on, each case worth more than all less urgent ones of its stretch
 * together; then, with those placed, it makes the spread least. All numbers are whole and exact: points are counted in tenths, and the
 * spread in parts of a multiple of all capacities from 40 to 100 by tens.
 */
final class CpSatAllocation {
    private static final int STRETCH = 40;
    private static final long TENTHS = 10;
    private static final BigDecimal MULTIPLE = BigDecimal.valueOf(25_200);

    private final AllocationProblem problem;
    private final CpModel model = new CpModel();
    private final List<Map<AdviserId, BoolVar>> choices = new ArrayList<>();
    private final List<LinearExpr> placed = new ArrayList<>();
    private final List<IntVar> squares = new ArrayList<>();
    private Map<CaseId, AdviserId> found = Map.of();

    /**
     * An answer.
     *
     * @param given by case, the adviser
     * @param optimal whether the solver has proved that nothing is better
     * @param leastSpread what the solver has proved the spread to be at least
     */
    record Answer(Map<CaseId, AdviserId> given, boolean optimal, double leastSpread) {}

    private CpSatAllocation(AllocationProblem problem) {
        Loader.loadNativeLibraries();
        this.problem = problem;
        Map<AdviserId, LinearExprBuilder> loads = new HashMap<>();
        Map<AllocationProblem.Pool, List<AllocationProblem.Taker>> pools = new HashMap<>();
        for (AllocationProblem.Taker taker : problem.advisers()) {
            pools.computeIfAbsent(taker.pool(), pool -> new ArrayList<>()).add(taker);
            loads.put(taker.id(), LinearExpr.newBuilder().add(tenths(taker.load())));
        }
        for (AllocationProblem.Waiting waiting : problem.cases()) {
            Map<AdviserId, BoolVar> chosen = new LinkedHashMap<>();
            for (AllocationProblem.Taker taker : pools.getOrDefault(waiting.pool(), List.of())) {
                BoolVar yes = model.newBoolVar("");
                chosen.put(taker.id(), yes);
                Peers.of(loads, taker.id()).addTerm(yes, tenths(waiting.points()));
            }
            choices.add(chosen);
            model.addAtMostOne(chosen.values().toArray(BoolVar[]::new));
            placed.add(LinearExpr.sum(chosen.values().toArray(BoolVar[]::new)));
        }
        for (AllocationProblem.Taker taker : problem.advisers()) {
            long now = tenths(taker.load());
            long most = Math.max(now, tenths(taker.capacity()));
            IntVar load = model.newIntVar(now, most, "");
            model.addEquality(load, Peers.of(loads, taker.id()));
            IntVar square = model.newIntVar(now * now, most * most, "");
            model.addMultiplicationEquality(square, load, load);
            squares.add(square);
        }
    }

    /**
     * The best answer found. Each area and team is a problem of its own.
     *
     * @param seconds how long to look for the least spread, shared among areas and teams by their cases
     * @param start an answer to begin from; where it is empty, the one by which it found which cases can be placed
     */
    static Answer solve(AllocationProblem problem, double seconds, Map<CaseId, AdviserId> start) {
        Map<CaseId, AdviserId> given = new HashMap<>();
        boolean optimal = true;
        double leastSpread = 0;
        for (AllocationProblem part : problem.byPool()) {
            CpSatAllocation allocation = new CpSatAllocation(part);
            double share = seconds * part.cases().size() / problem.cases().size();
            allocation.place(60);
            Answer answer = allocation.spread(Math.max(1, share), start);
            given.putAll(answer.given());
            optimal &= answer.optimal();
            leastSpread += answer.leastSpread();
        }
        return new Answer(given, optimal, leastSpread);
    }

    private void place(double seconds) {
        if (allPlaced(seconds)) {
            return;
        }
        for (int from = 0; from < placed.size(); from += STRETCH) {
            int to = Math.min(placed.size(), from + STRETCH);
            LinearExprBuilder worth = LinearExpr.newBuilder();
            for (int i = from; i < to; i++) {
                worth.addTerm(placed.get(i), 1L << (to - 1 - i));
            }
            model.maximize(worth);
            CpSolver solver = solver(seconds);
            if (solver.solve(model) != CpSolverStatus.OPTIMAL) {
                throw new IllegalStateException("Cannot compare: the solver did not settle which cases are placed");
            }
            for (int i = from; i < to; i++) {
                model.addEquality(placed.get(i), solver.value(placed.get(i)));
            }
            beginFrom(solver);
        }
    }

    private static boolean isFound(CpSolverStatus status) {
        return status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE;
    }

    private void beginFrom(CpSolver solver) {
        model.clearHints();
        choices.forEach(chosen -> chosen.values().forEach(yes -> model.addHint(yes, solver.value(yes))));
        found = answer(solver);
    }

    private Map<CaseId, AdviserId> answer(CpSolver solver) {
        Map<CaseId, AdviserId> given = new HashMap<>();
        for (int i = 0; i < choices.size(); i++) {
            CaseId id = problem.cases().get(i).id();
            choices.get(i).forEach((adviser, yes) -> {
                if (solver.booleanValue(yes)) {
                    given.put(id, adviser);
                }
            });
        }
        return given;
    }

    /* Where all cases fit, that is settled at once. */
    private boolean allPlaced(double seconds) {
        CpModel all = model.getClone();
        placed.forEach(one -> all.addEquality(one, 1));
        CpSolver solver = solver(seconds);
        boolean fit = isFound(solver.solve(all));
        if (fit) {
            placed.forEach(one -> model.addEquality(one, 1));
            beginFrom(solver);
        }
        return fit;
    }

    private Answer spread(double seconds, Map<CaseId, AdviserId> start) {
        LinearExprBuilder sum = LinearExpr.newBuilder();
        for (int i = 0; i < squares.size(); i++) {
            BigDecimal capacity = problem.advisers().get(i).capacity();
            sum.addTerm(squares.get(i), MULTIPLE.divide(capacity).longValueExact());
        }
        model.minimize(sum);
        if (!start.isEmpty()) {
            model.clearHints();
            for (int i = 0; i < choices.size(); i++) {
                Optional<AdviserId> to =
                        Optional.ofNullable(start.get(problem.cases().get(i).id()));
                choices.get(i).forEach((id, yes) -> model.addHint(yes, to.equals(Optional.of(id)) ? 1 : 0));
            }
        }
        CpSolver solver = solver(seconds);
        CpSolverStatus status = solver.solve(model);
        if (isFound(status)) {
            found = answer(solver);
        }
        return new Answer(
                found,
                status == CpSolverStatus.OPTIMAL,
                solver.bestObjectiveBound() / (MULTIPLE.doubleValue() * TENTHS * TENTHS));
    }

    private static CpSolver solver(double seconds) {
        CpSolver solver = new CpSolver();
        solver.getParameters().setMaxTimeInSeconds(seconds).setRandomSeed(1).setNumWorkers(8);
        return solver;
    }

    private static long tenths(BigDecimal points) {
        return points.multiply(BigDecimal.valueOf(TENTHS)).longValueExact();
    }
}
