package org.cafcass.workload.prioritisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.cafcass.workload.prioritisation.State.ACTIVATE;
import static org.cafcass.workload.prioritisation.State.ACTIVE;
import static org.cafcass.workload.prioritisation.State.DEACTIVATE;
import static org.cafcass.workload.prioritisation.State.FINELY_BALANCED;
import static org.cafcass.workload.prioritisation.State.NOT_NEEDED;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cafcass.metrics.Breakdown;
import org.cafcass.metrics.BreakdownKey;
import org.cafcass.workload.WorkloadException;
import org.junit.jupiter.api.Test;

class ProtocolTest {
    /* Two of three to activate, two months in a row, the first required; none of them to deactivate, two in a row. */
    private final Protocol protocol = Protocol.parse("""
            {"name": "worked",
             "triggers": [{"measure": "saturation-percent", "counts_above": 90, "ceases_at": 85, "required": true},
                          {"measure": "duty-cases", "counts_above": 100, "ceases_at": 80},
                          {"measure": "allocation-mean-days", "counts_above": 20, "ceases_at": 17.5}],
             "activate": {"at_least": 2, "in_a_row": 2},
             "deactivate": {"at_most": 0, "in_a_row": 2}}
            """);

    private Map<Trigger, OptionalDouble> month(double saturation, double duty, double days) {
        List<Trigger> triggers = protocol.triggers();
        return Map.of(
                triggers.get(0), OptionalDouble.of(saturation),
                triggers.get(1), OptionalDouble.of(duty),
                triggers.get(2), OptionalDouble.of(days));
    }

    private List<State> states(List<Map<Trigger, OptionalDouble>> months) {
        return protocol.standings(months).stream().map(Protocol.Standing::state).toList();
    }

    @Test
    void statesFollowTheTriggers() {
        assertThat(states(List.of(
                        month(80, 100, 20), // none above
                        month(80, 101, 17), // one holds, but the required one is missing: one short
                        month(80, 101, 21), // two hold, still without the required one
                        month(91, 79, 17), // the required one alone: one short
                        month(91, 101, 17), // met once
                        month(91, 101, 17), // met twice
                        month(91, 101, 17),
                        month(85, 80, 17), // none holds, once
                        month(85, 81, 17.5), // and twice: 81 is below 100, it does not hold again
                        month(85, 81, 17))))
                .containsExactly(
                        NOT_NEEDED,
                        FINELY_BALANCED,
                        FINELY_BALANCED,
                        FINELY_BALANCED,
                        FINELY_BALANCED,
                        ACTIVATE,
                        ACTIVE,
                        ACTIVE,
                        DEACTIVATE,
                        NOT_NEEDED);
    }

    @Test
    void betweenItsLevelsATriggerStaysAsItWas() {
        List<Protocol.Standing> standings = protocol.standings(
                List.of(month(91, 0, 0), month(86, 0, 0), month(85, 0, 0), month(90, 0, 0), month(90.1, 0, 0)));

        assertThat(standings)
                .extracting(standing -> standing.evidence().get(0).holds())
                .containsExactly(true, true, false, false, true);
        assertThat(standings.get(1).evidence().get(0).value()).hasValue(86);
    }

    @Test
    void aRunThatIsBrokenBeginsAnew() {
        assertThat(states(List.of(
                        month(91, 101, 0),
                        month(91, 80, 0),
                        month(91, 101, 0),
                        month(91, 101, 0),
                        month(85, 80, 0),
                        month(91, 0, 0),
                        month(85, 80, 0),
                        month(85, 80, 0))))
                .containsExactly(
                        FINELY_BALANCED,
                        FINELY_BALANCED,
                        FINELY_BALANCED,
                        ACTIVATE,
                        ACTIVE,
                        ACTIVE,
                        ACTIVE,
                        DEACTIVATE);
    }

    @Test
    void whatWasNotObservedStaysAsItWas() {
        Map<Trigger, OptionalDouble> unobserved = new HashMap<>(month(91, 101, 0));
        unobserved.put(protocol.triggers().get(1), OptionalDouble.empty());
        unobserved.remove(protocol.triggers().get(0));

        List<Protocol.Standing> standings = protocol.standings(List.of(month(91, 101, 0), unobserved));

        assertThat(standings.get(1).state()).isEqualTo(ACTIVATE);
        assertThat(standings.get(1).evidence())
                .extracting(Evidence::value, Evidence::holds)
                .containsExactly(
                        tuple(OptionalDouble.empty(), true),
                        tuple(OptionalDouble.empty(), true),
                        tuple(OptionalDouble.of(0), false));
    }

    /* Cafcass board paper, 28 April 2022, balanced scorecard: areas 'with over 100 cases each', 'above 20 days', 'above 20', 'above 90%'. */
    @Test
    void evidenceIsToldInWords() {
        Trigger trigger = Protocol.shipped().triggers().get(0);

        assertThat(new Evidence(trigger, OptionalDouble.of(90.1), true).words()).isEqualTo("above 90: holds");
        assertThat(new Evidence(trigger, OptionalDouble.of(86), true).words())
                .isEqualTo("not above 90, but not yet at 85: holds");
        assertThat(new Evidence(trigger, OptionalDouble.of(86), false).words()).isEqualTo("not above 90");
        assertThat(new Evidence(trigger, OptionalDouble.empty(), true).words()).isEqualTo("no value: holds as before");
        assertThat(new Evidence(trigger, OptionalDouble.empty(), false).words()).isEqualTo("no value");
    }

    @Test
    void theShippedProtocolHasTheLevelsOfThePaper() {
        assertThat(Protocol.shipped().triggers())
                .extracting(
                        Trigger::measure,
                        trigger -> trigger.breakdown().toString(),
                        trigger -> trigger.countsAbove().intValueExact(),
                        Trigger::required)
                .containsExactly(
                        tuple("saturation-percent", "team=after_first_hearing", 90, true),
                        tuple("duty-cases", "", 100, false),
                        tuple("allocation-mean-days", "", 20, false),
                        tuple("duty-cases-per-service-manager", "", 20, false));
        assertThat(Protocol.parse(Protocol.shipped().toJson())).isEqualTo(Protocol.shipped());
        assertThat(Protocol.parse(protocol.toJson())).isEqualTo(protocol);
    }

    @Test
    void everyFaultIsNamed() {
        assertThatThrownBy(() -> Protocol.parse("""
                                {"name": "faulty", "triggers": [{"measure": "duty-cases", "counts_above": 80, "ceases_at": 100},
                                 {"measure": "duty-cases", "counts_above": 100, "ceases_at": 100, "level": 1}],
                                 "activate": {"at_least": 3, "in_a_row": 0}, "deactivate": {"at_most": 3, "in_a_row": 1}}
                                """))
                .isInstanceOf(WorkloadException.class)
                .hasMessage("Invalid prioritisation protocol: triggers[0].ceases_at: above counts_above;"
                        + " triggers[1].level: unknown; triggers: duty-cases twice;"
                        + " activate.in_a_row: not from 1 to 1000000000; activate.at_least: more than there are triggers;"
                        + " deactivate.at_most: not below activate.at_least");
        assertThatThrownBy(() -> Protocol.parse("""
                                {"name": "faulty",
                                 "triggers": [{"measure": "duty-cases", "breakdown": {"area": "N1", "team": 1, "colour": "red",
                                                                                      "stage": "after_first_haering"},
                                               "counts_above": 100, "ceases_at": 80}],
                                 "activate": {"at_least": 1, "in_a_row": 1}, "deactivate": {"at_most": 0, "in_a_row": 1}}
                                """))
                .isInstanceOf(WorkloadException.class)
                .hasMessage("Invalid prioritisation protocol: triggers[0].breakdown.team: not a text;"
                        + " triggers[0].breakdown.colour: Unknown breakdown: colour. Maybe holder?;"
                        + " triggers[0].breakdown.stage: Unknown stage: after_first_haering. Maybe after_first_hearing?;"
                        + " triggers[0].breakdown.area: every trigger is by area");
        assertThatThrownBy(() -> Protocol.parse("[]"))
                .isInstanceOf(WorkloadException.class)
                .hasMessage("Cannot read prioritisation protocol: empty");
    }

    @Test
    void aTriggerOfATeamThatThereIsNot() {
        Breakdown team = Breakdown.of(BreakdownKey.TEAM, "hubs");

        assertThatThrownBy(() -> new Trigger("saturation-percent", team, BigDecimal.TEN, BigDecimal.ONE, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Unknown team: hubs. Maybe hub?");
    }

    private Protocol random(Random random) {
        List<Trigger> triggers = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            int ceases = random.nextInt(10);
            triggers.add(new Trigger(
                    "m" + i,
                    Breakdown.whole(),
                    BigDecimal.valueOf(ceases + random.nextInt(5)),
                    BigDecimal.valueOf(ceases),
                    random.nextInt(4) == 0));
        }
        int atLeast = 1 + random.nextInt(count);
        return new Protocol(
                "random", triggers, atLeast, 1 + random.nextInt(3), random.nextInt(atLeast), 1 + random.nextInt(3));
    }

    private static List<Map<Trigger, OptionalDouble>> history(Random random, Protocol protocol, int months) {
        List<Map<Trigger, OptionalDouble>> history = new ArrayList<>();
        for (int month = 0; month < months; month++) {
            Map<Trigger, OptionalDouble> values = new HashMap<>();
            for (Trigger trigger : protocol.triggers()) {
                if (random.nextInt(8) > 0) {
                    values.put(trigger, OptionalDouble.of(random.nextInt(16)));
                }
            }
            history.add(values);
        }
        return history;
    }

    @Property(tries = 500)
    void areasDoNotFlap(@ForAll long seed) {
        Random random = new Random(seed);
        Protocol any = random(random);
        List<State> states = any.standings(history(random, any, 60)).stream()
                .map(Protocol.Standing::state)
                .toList();

        int lastChange = -1;
        boolean active = false;
        for (int month = 0; month < states.size(); month++) {
            State state = states.get(month);
            if (state == ACTIVATE) {
                assertThat(active).isFalse();
                assertThat(month - lastChange).isGreaterThanOrEqualTo(any.activateInARow());
                active = true;
                lastChange = month;
            } else if (state == DEACTIVATE) {
                assertThat(active).isTrue();
                assertThat(month - lastChange).isGreaterThanOrEqualTo(any.deactivateInARow());
                active = false;
                lastChange = month;
            } else {
                assertThat(state == ACTIVE).isEqualTo(active);
            }
        }
    }

    @Property(tries = 300)
    void valuesBetweenTheLevelsChangeNothing(@ForAll long seed) {
        Random random = new Random(seed);
        Protocol any = random(random);
        List<Map<Trigger, OptionalDouble>> history = history(random, any, 20);
        for (int month = 0; month < 20; month++) {
            Map<Trigger, OptionalDouble> between = new HashMap<>();
            for (Trigger trigger : any.triggers()) {
                double low = trigger.ceasesAt().doubleValue();
                double high = trigger.countsAbove().doubleValue();
                if (high > low) {
                    between.put(trigger, OptionalDouble.of(high - random.nextDouble() * (high - low)));
                }
            }
            history.add(between);
        }

        List<Protocol.Standing> standings = any.standings(history);

        long changes = standings.subList(20, 40).stream()
                .filter(standing -> standing.state() == ACTIVATE || standing.state() == DEACTIVATE)
                .count();
        assertThat(changes).isLessThanOrEqualTo(1);
        assertThat(standings.get(39).evidence())
                .extracting(Evidence::holds)
                .isEqualTo(standings.get(20).evidence().stream()
                        .map(Evidence::holds)
                        .toList());
    }
}
