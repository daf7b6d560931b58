package org.cafcass.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cafcass.workload.Extracts.MON_2025_03_31;
import static org.cafcass.workload.Extracts.WED_2025_01_01;
import static org.cafcass.workload.Extracts.adviser;
import static org.cafcass.workload.Extracts.allocation;
import static org.cafcass.workload.Extracts.inOneArea;
import static org.cafcass.workload.Extracts.privateLaw;
import static org.cafcass.workload.Extracts.publicLaw;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cafcass.model.Adviser;
import org.cafcass.model.Allocation;
import org.cafcass.model.AllocationKind;
import org.cafcass.model.ChildrensCase;
import org.cafcass.model.extract.Extract;
import org.junit.jupiter.api.Test;

class WeightedCaseloadsTest {
    private static final List<AllocationKind> FIRST_TO_LAST =
            List.of(AllocationKind.LEAD, AllocationKind.DUTY, AllocationKind.HUB, AllocationKind.SUPPORT);

    private static final WeightingScheme SCHEME =
            WeightingSchemes.parse("""
                    {"name": "changing", "effective_from": "2024-01-01", "capacity_per_fte": 100,
                     "ceilings": {"after_first_hearing": 25},
                     "weights":     [{"when": {"stage": "to_first_hearing"}, "points": 2.5},
                                     {"when": {"allocation": "support"}, "points": 1},
                                     {"when": {}, "points": 4}],
                     "adjustments": [{"name": "rule 16.4", "when": {"rule_16_4": true}, "multiply": 1.2},
                                     {"name": "further child", "when": {}, "add_per_further_child": 0.4},
                                     {"name": "hub", "when": {"hub": true}, "multiply": 0.1}],
                     "reductions":  [{"name": "new", "when": {"months_in_post_below": 3}, "percent": 20}],
                     "bands": {"near": 85, "over": 100}}
                    """).all().get(0);

    /* A case to first hearing until it is heard on 10 February, under rule 16.4 from the 20th, in a hub from 1 March, closed on the 20th. */
    @Test
    void theLoadChangesOnTheDayOnWhichSomethingOfTheCaseDoes() {
        Extract extract = inOneArea()
                .add(adviser("A", "N1", "1").build())
                .add(adviser("B", "N1", "0.5")
                        .startedOn(LocalDate.of(2025, 1, 31))
                        .build())
                .add(privateLaw("C", "N1")
                        .firstHearingOn(LocalDate.of(2025, 2, 10))
                        .rule164On(LocalDate.of(2025, 2, 20))
                        .closedOn(LocalDate.of(2025, 3, 20))
                        .build())
                .add(Extracts.child("1", "C"))
                .add(Extracts.child("2", "C"))
                .add(allocation("C", AllocationKind.LEAD, "A")
                        .from(LocalDate.of(2025, 1, 15))
                        .to(LocalDate.of(2025, 3, 1))
                        .build())
                .add(allocation("C", AllocationKind.HUB)
                        .from(LocalDate.of(2025, 3, 1))
                        .build())
                .add(allocation("C", AllocationKind.SUPPORT, "B")
                        .from(LocalDate.of(2025, 2, 5))
                        .build())
                .build();
        WeightedCaseloads caseloads = WeightedCaseloads.of(extract, SCHEME, adviser -> true);

        assertThat(loads(caseloads, "2025-01-14")).isEqualTo("0 0");
        // 2.5 + 0.4
        assertThat(loads(caseloads, "2025-01-15")).isEqualTo("2.9 0");
        assertThat(loads(caseloads, "2025-02-05")).isEqualTo("2.9 2.9");
        assertThat(loads(caseloads, "2025-02-09")).isEqualTo("2.9 2.9");
        // 4 + 0.4, and 1 + 0.4 for support
        assertThat(loads(caseloads, "2025-02-10")).isEqualTo("4.4 1.4");
        // 4 x 1.2 + 0.4, 1 x 1.2 + 0.4
        assertThat(loads(caseloads, "2025-02-20")).isEqualTo("5.2 1.6");
        assertThat(loads(caseloads, "2025-02-28")).isEqualTo("5.2 1.6");
        // (1 x 1.2 + 0.4) x 0.1
        assertThat(loads(caseloads, "2025-03-01")).isEqualTo("0 0.16");
        assertThat(loads(caseloads, "2025-03-20")).isEqualTo("0 0");
        // B is new for three months: until the day before 30 April, the last day of April
        assertThat(capacities(caseloads, "2025-01-30")).isEqualTo("100 0");
        assertThat(capacities(caseloads, "2025-01-31")).isEqualTo("100 40");
        assertThat(capacities(caseloads, "2025-04-29")).isEqualTo("100 40");
        assertThat(capacities(caseloads, "2025-04-30")).isEqualTo("100 50");
    }

    /* Three cases of 2.9 points are all of 8.7: near, not over, whatever the doubles' last digit says. */
    @Test
    void bandsAreExactAtTheirLevels() {
        WeightingScheme scheme = WeightingSchemes.parse(
                        SCHEME.toJson().replace("\"capacity_per_fte\" : 100", "\"capacity_per_fte\" : 8.7"))
                .all()
                .get(0);
        Extract.Builder extract = inOneArea().add(adviser("A", "N1", "1").build());
        for (int i = 0; i < 3; i++) {
            extract.add(privateLaw("C" + i, "N1").build())
                    .add(Extracts.child(i + "-1", "C" + i))
                    .add(Extracts.child(i + "-2", "C" + i))
                    .add(allocation("C" + i, AllocationKind.LEAD, "A")
                            .from(WED_2025_01_01.plusDays(i))
                            .build());
        }
        WeightedCaseloads caseloads = WeightedCaseloads.of(extract.build(), scheme, adviser -> true);

        assertThat(caseloads.on(WED_2025_01_01.minusDays(1)).band(0)).isEqualTo(Band.NO_WORK);
        assertThat(caseloads.on(WED_2025_01_01.plusDays(1)).band(0)).isEqualTo(Band.WITHIN);
        assertThat(caseloads.on(WED_2025_01_01.plusDays(2)).band(0)).isEqualTo(Band.NEAR);
    }

    private static String loads(WeightedCaseloads caseloads, String day) {
        WeightedCaseloads.Day on = caseloads.on(LocalDate.parse(day));
        return plain(on.exactLoad(0)) + " " + plain(on.exactLoad(1));
    }

    private static String capacities(WeightedCaseloads caseloads, String day) {
        WeightedCaseloads.Day on = caseloads.on(LocalDate.parse(day));
        return plain(on.exactCapacity(0)) + " " + plain(on.exactCapacity(1));
    }

    private static String plain(BigDecimal points) {
        return points.signum() == 0 ? "0" : points.stripTrailingZeros().toPlainString();
    }

    @Test
    void aKindWithoutAWeightIsNamedOnTheDaysOnWhichACountedAdviserHoldsIt() {
        WeightingScheme publicOnly = WeightingSchemes.parse(SCHEME.toJson()
                        .replace(
                                "\"when\" : { },\n    \"points\" : 4",
                                "\"when\" : {\"law\": \"public\"}, \"points\" : 4"))
                .all()
                .get(0);
        Extract extract = inOneArea()
                .add(adviser("A", "N1", "1").build())
                .add(privateLaw("C", "N1")
                        .firstHearingOn(LocalDate.of(2025, 2, 10))
                        .build())
                .add(allocation("C", AllocationKind.LEAD, "A").build())
                .build();
        WeightedCaseloads caseloads = WeightedCaseloads.of(extract, publicOnly, adviser -> true);

        assertThat(caseloads.on(LocalDate.of(2025, 2, 9)).load(0)).isEqualTo(2.5);
        assertThatThrownBy(() -> caseloads.on(LocalDate.of(2025, 2, 10)))
                .isInstanceOf(WorkloadException.class)
                .hasMessage("Cannot weigh a case: weighting scheme changing has no weight for private"
                        + " s8_child_arrangements after_first_hearing, lead, 0 children");
        assertThat(WeightedCaseloads.of(extract, publicOnly, adviser -> false)
                        .on(MON_2025_03_31)
                        .load(0))
                .isZero();
    }

    /** Random allocations over a quarter, and the loads by the definition: each case, each day, each adviser. */
    @Property(tries = 60)
    void everyDayIsAsTheDefinitionSays(@ForAll long seed) {
        Random random = new Random(seed);
        List<Adviser> advisers = new ArrayList<>();
        List<ChildrensCase> cases = new ArrayList<>();
        List<Allocation> allocations = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Extracts.AdviserRow row =
                    adviser("A" + i, "N1", "0.8").startedOn(day(random).minusDays(40));
            if (random.nextInt(3) == 0) {
                row.leftOn(day(random).plusDays(60));
            }
            if (random.nextInt(3) == 0) {
                row.ceiling("20");
            }
            advisers.add(row.build());
        }
        for (int i = 0; i < 8; i++) {
            Extracts.CaseRow row = random.nextInt(3) == 0 ? publicLaw("C" + i, "N1") : privateLaw("C" + i, "N1");
            LocalDate received = day(random);
            row.receivedOn(received);
            if (random.nextBoolean()) {
                row.firstHearingOn(received.plusDays(random.nextInt(30)));
            }
            if (random.nextBoolean()) {
                row.furtherWorkOrderedOn(received.plusDays(random.nextInt(30)));
            }
            if (random.nextInt(3) == 0) {
                row.rule164On(received.plusDays(random.nextInt(30)));
            }
            if (random.nextBoolean()) {
                row.closedOn(received.plusDays(random.nextInt(60)));
            }
            cases.add(row.build());
            LocalDate from = received;
            for (int held = random.nextInt(4); held > 0; held--) {
                LocalDate to = from.plusDays(random.nextInt(25));
                allocations.add(allocation("C" + i, FIRST_TO_LAST.get(random.nextInt(3)), "A" + random.nextInt(3))
                        .from(from)
                        .to(to)
                        .build());
                from = to;
            }
            for (int support = random.nextInt(3); support > 0; support--) {
                LocalDate begins = received.plusDays(random.nextInt(20));
                allocations.add(allocation("C" + i, AllocationKind.SUPPORT, "A" + random.nextInt(3))
                        .from(begins)
                        .to(begins.plusDays(random.nextInt(40)))
                        .build());
            }
        }
        Extract.Builder builder = inOneArea();
        advisers.forEach(builder::add);
        cases.forEach(builder::add);
        allocations.forEach(builder::add);
        Extract extract = builder.build();
        holdsTheDefinition(extract, SCHEME, adviser -> true);
        // its points have too many digits for whole numbers of the last place
        holdsTheDefinition(extract, surveyed(), adviser -> true);
        holdsTheDefinition(
                extract, SCHEME, adviser -> !adviser.adviserId().value().equals("A1"));
    }

    private static WeightingScheme surveyed() {
        return WeightingSchemes.shipped().inEffect("surveyed-2021", WED_2025_01_01);
    }

    private static void holdsTheDefinition(Extract extract, WeightingScheme scheme, Predicate<Adviser> counted) {
        List<Adviser> advisers = extract.advisers();
        List<ChildrensCase> cases = extract.cases();
        List<Allocation> allocations = extract.allocations();
        WeightedCaseloads caseloads = WeightedCaseloads.of(extract, scheme, counted);

        for (LocalDate day = WED_2025_01_01.minusDays(3);
                day.isBefore(LocalDate.of(2025, 5, 20));
                day = day.plusDays(1)) {
            WeightedCaseloads.Day on = caseloads.on(day);
            Workload workload = Workload.of(extract, scheme, day, counted);
            for (int row = 0; row < advisers.size(); row++) {
                Adviser adviser = advisers.get(row);
                BigDecimal load = BigDecimal.ZERO;
                BigDecimal lead = BigDecimal.ZERO;
                int leads = 0;
                for (ChildrensCase one : cases) {
                    Optional<CaseKind> kind = kindHeld(one, adviser, allocations, day);
                    if (kind.isPresent() && counted.test(adviser)) {
                        BigDecimal points = scheme.points(kind.get()).central();
                        load = load.add(points);
                        if (kind.get().allocation() == AllocationKind.LEAD) {
                            lead = lead.add(points);
                            leads++;
                        }
                    }
                }
                assertThat(on.exactLoad(row)).isEqualByComparingTo(load);
                assertThat(on.load(row)).isCloseTo(load.doubleValue(), org.assertj.core.api.Assertions.within(1e-12));
                assertThat(on.exactLeadLoad(row)).isEqualByComparingTo(lead);
                assertThat(on.leadCases(row)).isEqualTo(leads);
                BigDecimal capacity =
                        counted.test(adviser) ? scheme.capacity(adviser, day).points() : BigDecimal.ZERO;
                assertThat(on.exactCapacity(row)).isEqualByComparingTo(capacity);
                assertThat(on.capacity(row)).isEqualTo(capacity.doubleValue());
                assertThat(on.band(row)).isEqualTo(scheme.bands().of(load, capacity));
                assertThat(on.isEmployed(row)).isEqualTo(capacity.signum() > 0);
                assertThat(workload.adviser(adviser.adviserId())
                                .map(one -> one.load().central())
                                .orElse(BigDecimal.ZERO))
                        .isEqualByComparingTo(load);
            }
        }
    }

    private static LocalDate day(Random random) {
        return WED_2025_01_01.plusDays(random.nextInt(60));
    }

    private static Optional<CaseKind> kindHeld(
            ChildrensCase one, Adviser adviser, List<Allocation> allocations, LocalDate day) {
        boolean open = !one.receivedOn().isAfter(day)
                && one.closedOn().map(day::isBefore).orElse(true);
        List<Allocation> now = allocations.stream()
                .filter(row -> row.caseId().equals(one.caseId())
                        && !row.from().isAfter(day)
                        && row.to().map(day::isBefore).orElse(true))
                .toList();
        boolean inHub = now.stream().anyMatch(row -> row.kind() == AllocationKind.HUB);
        return FIRST_TO_LAST.stream()
                .filter(kind -> open
                        && now.stream()
                                .anyMatch(row ->
                                        row.kind() == kind && row.adviserId().equals(Optional.of(adviser.adviserId()))))
                .findFirst()
                .map(kind -> new CaseKind(
                        one.law(),
                        one.application(),
                        CaseKind.stage(one, day),
                        kind,
                        one.rule164On().map(on -> !on.isAfter(day)).orElse(false),
                        one.highRisk(),
                        inHub,
                        0));
    }
}
