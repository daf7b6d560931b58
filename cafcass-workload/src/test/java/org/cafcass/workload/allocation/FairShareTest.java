package org.cafcass.workload.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cafcass.workload.allocation.FairShare.Item;
import org.cafcass.workload.allocation.FairShare.Result;
import org.cafcass.workload.allocation.FairShare.Taker;
import org.junit.jupiter.api.Test;

class FairShareTest {
    private static Taker taker(String load, String capacity) {
        return new Taker(
                new BigDecimal(load),
                new BigDecimal(capacity),
                new BigDecimal(capacity).subtract(new BigDecimal(load)),
                BigDecimal.ZERO);
    }

    private static Item item(String weight, int previous) {
        return new Item(new BigDecimal(weight), previous);
    }

    /** What Packing gives out, shared by FairShare: {@code takerOf} is -1 for a case that is left over. */
    private record Solution(int[] takerOf, boolean[] certain, double cost, double bound) {
        static Solution of(List<Taker> takers, List<Item> items) {
            Packing packing = new Packing(
                    takers.stream().map(Taker::room).toList(),
                    items.stream().map(Item::weight).toList());
            List<Item> given = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                if (packing.give(i, Map.of())) {
                    given.add(items.get(i));
                }
            }
            int[] packed = packing.takerOf();
            Result result = FairShare.of(
                    takers,
                    given,
                    Arrays.stream(packed).filter(taker -> taker >= 0).toArray());
            boolean[] certain = new boolean[packed.length];
            int next = 0;
            for (int i = 0; i < packed.length; i++) {
                certain[i] = packed[i] >= 0 || packing.isCertain(i);
                packed[i] = packed[i] >= 0 ? result.takerOf()[next++] : -1;
            }
            return new Solution(packed, certain, result.cost(), result.bound());
        }
    }

    @Test
    void partTimersAndAdvisersWithNothingGetTheirShare() {
        // capacities 100 and 50: of 30 more, level at 40% would be 40 and 20; 4 points each: 7 cases
        Solution result = Solution.of(
                List.of(taker("20", "100"), taker("0", "50")),
                List.of(
                        item("4", -1),
                        item("4", -1),
                        item("4", -1),
                        item("4", -1),
                        item("4", -1),
                        item("4", -1),
                        item("4", -1)));

        // 20 + 8 = 28% and 20 = 40%, or 32% and 32%: 3 and 4
        assertThat(Arrays.stream(result.takerOf()).filter(taker -> taker == 0).count())
                .isEqualTo(3);
        assertThat(result.cost()).isEqualTo(32.0 * 32 / 100 + 16.0 * 16 / 50);
        assertThat(result.bound()).isEqualTo(result.cost());
    }

    @Test
    void nobodyGoesPastTheCeilingAndTheLeastUrgentIsLeftOver() {
        Solution result =
                Solution.of(List.of(taker("93", "100"), taker("110", "100")), List.of(item("4", -1), item("4", -1)));

        assertThat(result.takerOf()).containsExactly(0, -1);
        assertThat(result.certain()).containsExactly(true, true);
    }

    @Test
    void continuityDecidesBetweenEquallyFairAdvisers() {
        Solution result = Solution.of(
                List.of(taker("20", "100"), taker("20", "100")), List.of(item("4", -1), item("4", 0), item("4", 1)));

        assertThat(result.takerOf()[1]).isEqualTo(0);
        assertThat(result.takerOf()[2]).isEqualTo(1);

        Solution unfair = Solution.of(List.of(taker("20", "100"), taker("60", "100")), List.of(item("4", 1)));
        assertThat(unfair.takerOf()).containsExactly(0);
    }

    @Test
    void aLighterCaseIsPlacedWhereAHeavierMoreUrgentOneCannot() {
        Solution result = Solution.of(List.of(taker("94", "100")), List.of(item("7", -1), item("5", -1)));

        assertThat(result.takerOf()).containsExactly(-1, 0);
    }

    @Test
    void casesAreRepackedToFitALessUrgentOne() {
        // best fit puts the first case of 3 into the room of 3; then 4 and 3 fill the room of 7
        Solution result = Solution.of(
                List.of(taker("0", "7"), taker("0", "6")),
                List.of(item("3", -1), item("4", -1), item("3", -1), item("3", -1)));

        assertThat(result.takerOf()).doesNotContain(-1);
    }

    @Test
    void nothingToShareCostsWhatStands() {
        Solution result = Solution.of(List.of(taker("20", "100")), List.of());

        assertThat(result.takerOf()).isEmpty();
        assertThat(result.cost()).isEqualTo(4);
        assertThat(Solution.of(List.of(), List.of(item("4", -1))).takerOf()).containsExactly(-1);
    }

    @Property(tries = 1500)
    void smallProblemsAreSolvedAsExhaustiveSearchDoes(@ForAll long seed) {
        Random random = new Random(seed);
        String[] weights = random.nextBoolean() ? new String[] {"4"} : new String[] {"4", "2.5", "6.1"};
        List<Taker> takers = new ArrayList<>();
        int takerCount = 1 + random.nextInt(4);
        for (int i = 0; i < takerCount; i++) {
            takers.add(taker(
                    String.valueOf(random.nextInt(5) == 0 ? 0 : random.nextInt(24)),
                    new String[] {"10", "16", "20", "24", "30"}[random.nextInt(5)]));
        }
        List<Item> items = new ArrayList<>();
        for (int i = random.nextInt(7); i > 0; i--) {
            items.add(item(weights[random.nextInt(weights.length)], random.nextInt(takerCount + 2) - 2));
        }
        items.replaceAll(one -> one.previous() < -1 ? new Item(one.weight(), -1) : one);

        Solution result = Solution.of(takers, items);
        Exhaustive best = new Exhaustive(takers, items);

        boolean[] given = new boolean[items.size()];
        for (int i = 0; i < given.length; i++) {
            given[i] = result.takerOf()[i] >= 0;
        }
        assertThat(given).isEqualTo(best.given);
        assertThat(result.certain()).doesNotContain(false);
        assertThat(costOf(takers, items, result.takerOf())).isEqualTo(result.cost(), within(1e-9));
        assertThat(result.cost()).isEqualTo(best.cost, within(1e-9 * (1 + best.cost)));
        assertThat(result.bound()).isEqualTo(best.cost, within(1e-9 * (1 + best.cost)));
        assertThat(continued(items, result.takerOf())).isEqualTo(best.continued);
        assertThat(fits(takers, items, result.takerOf())).isTrue();
    }

    @Property(tries = 300)
    void largerProblemsKeepCeilingsAndTheBound(@ForAll long seed) {
        Random random = new Random(seed);
        List<Taker> takers = new ArrayList<>();
        int takerCount = 5 + random.nextInt(20);
        for (int i = 0; i < takerCount; i++) {
            int capacity = 20 + random.nextInt(81);
            takers.add(taker(String.valueOf(random.nextInt(capacity + 10)), String.valueOf(capacity)));
        }
        List<Item> items = new ArrayList<>();
        String[] weights = {"4", "2.5", "4.8", "2", "5.747126436781609195402298850574712"};
        for (int i = 13 + random.nextInt(40); i > 0; i--) {
            items.add(item(weights[random.nextInt(weights.length)], random.nextInt(takerCount + 1) - 1));
        }

        Solution result = Solution.of(takers, items);

        assertThat(fits(takers, items, result.takerOf())).isTrue();
        assertThat(costOf(takers, items, result.takerOf())).isEqualTo(result.cost(), within(1e-6));
        assertThat(result.bound()).isLessThanOrEqualTo(result.cost() * (1 + 1e-12));
        assertThat(result.bound()).isGreaterThan(result.cost() * 0.98);
    }

    private static boolean fits(List<Taker> takers, List<Item> items, int[] takerOf) {
        for (int taker = 0; taker < takers.size(); taker++) {
            BigDecimal given = BigDecimal.ZERO;
            for (int i = 0; i < takerOf.length; i++) {
                given = takerOf[i] == taker ? given.add(items.get(i).weight()) : given;
            }
            if (given.signum() > 0 && given.compareTo(takers.get(taker).room()) > 0) {
                return false;
            }
        }
        return true;
    }

    private static double costOf(List<Taker> takers, List<Item> items, int[] takerOf) {
        double cost = 0;
        for (int taker = 0; taker < takers.size(); taker++) {
            double load = takers.get(taker).load().doubleValue();
            for (int i = 0; i < takerOf.length; i++) {
                load += takerOf[i] == taker ? items.get(i).weight().doubleValue() : 0;
            }
            cost += load * load / takers.get(taker).capacity().doubleValue();
        }
        return cost;
    }

    private static int continued(List<Item> items, int[] takerOf) {
        int continued = 0;
        for (int i = 0; i < takerOf.length; i++) {
            continued += takerOf[i] >= 0 && items.get(i).previous() == takerOf[i] ? 1 : 0;
        }
        return continued;
    }

    /** Every way to give each case to an adviser or to nobody. */
    private static final class Exhaustive {
        boolean[] given = new boolean[0];
        double cost = Double.POSITIVE_INFINITY;
        int continued;
        private final List<Taker> takers;
        private final List<Item> items;

        Exhaustive(List<Taker> takers, List<Item> items) {
            this.takers = takers;
            this.items = items;
            this.given = new boolean[items.size()];
            visit(new int[items.size()], 0);
        }

        private void visit(int[] takerOf, int i) {
            if (i < takerOf.length) {
                for (int taker = -1; taker < takers.size(); taker++) {
                    takerOf[i] = taker;
                    visit(takerOf, i + 1);
                }
                return;
            }
            if (!fits(takers, items, takerOf)) {
                return;
            }
            boolean[] these = new boolean[takerOf.length];
            for (int j = 0; j < these.length; j++) {
                these[j] = takerOf[j] >= 0;
            }
            double thisCost = costOf(takers, items, takerOf);
            int thisContinued = continued(items, takerOf);
            int byUrgency = compare(these, given);
            if (byUrgency > 0
                    || byUrgency == 0
                            && (thisCost < cost - 1e-9 || thisCost < cost + 1e-9 && thisContinued > continued)) {
                given = these;
                cost = thisCost;
                continued = thisContinued;
            }
        }

        private static int compare(boolean[] some, boolean[] others) {
            for (int i = 0; i < some.length; i++) {
                if (some[i] != others[i]) {
                    return some[i] ? 1 : -1;
                }
            }
            return 0;
        }
    }
}
