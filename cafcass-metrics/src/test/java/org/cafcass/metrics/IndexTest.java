package org.cafcass.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.cafcass.metrics.statistics.QuantileMethod;
import org.cafcass.model.Adviser;
import org.cafcass.model.AdviserId;
import org.cafcass.model.Allocation;
import org.cafcass.model.AllocationKind;
import org.cafcass.model.Application;
import org.cafcass.model.Area;
import org.cafcass.model.AreaCode;
import org.cafcass.model.CaseId;
import org.cafcass.model.Child;
import org.cafcass.model.ChildId;
import org.cafcass.model.ChildrensCase;
import org.cafcass.model.Employment;
import org.cafcass.model.Role;
import org.cafcass.model.Team;
import org.cafcass.model.calendar.WorkingDayCalendar;
import org.cafcass.model.extract.Extract;
import org.cafcass.model.extract.ExtractTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an index answers for a tally, beside the pass over the rows that the tally counts. */
class IndexTest {
    private static final LocalDate FIRST_RECEIPT = LocalDate.of(2022, 1, 10);
    private static final int DAYS_OF_RECEIPT = 900;
    private static final LocalDate LEAP_DAY = LocalDate.of(2024, 2, 29);
    private static final List<Set<BreakdownKey>> BREAKDOWNS = List.of(
            Set.of(),
            Set.of(BreakdownKey.LAW),
            Set.of(BreakdownKey.AREA),
            Set.of(BreakdownKey.REGION),
            Set.of(BreakdownKey.STAGE),
            Set.of(BreakdownKey.APPLICATION),
            Set.of(BreakdownKey.RULE_16_4),
            EnumSet.of(BreakdownKey.AREA, BreakdownKey.LAW),
            EnumSet.of(BreakdownKey.APPLICATION, BreakdownKey.RULE_16_4),
            EnumSet.of(BreakdownKey.REGION, BreakdownKey.STAGE, BreakdownKey.RULE_16_4),
            EnumSet.of(BreakdownKey.AREA, BreakdownKey.LAW, BreakdownKey.RULE_16_4, BreakdownKey.STAGE),
            EnumSet.of(BreakdownKey.HOLDER, BreakdownKey.LAW));

    private final ExtractColumns columns = new ExtractColumns(extract());

    /* More cases than two blocks of the order in which they are kept; those of the area N2 are all open, the area W1 has none. */
    private static Extract extract() {
        SplittableRandom random = new SplittableRandom(26);
        Extract.Builder extract = Extract.builder();
        for (String code : List.of("N1", "S1", "N2", "W1")) {
            extract.add(Area.builder()
                    .areaCode(new AreaCode(code))
                    .name(code)
                    .region(code.substring(0, 1))
                    .build());
        }
        for (int adviser = 0; adviser < 4; adviser++) {
            extract.add(Adviser.builder()
                    .adviserId(new AdviserId("A" + adviser))
                    .role(Role.FAMILY_COURT_ADVISER)
                    .employment(Employment.PERMANENT)
                    .team(Team.AFTER_FIRST_HEARING)
                    .areaCode(new AreaCode("N1"))
                    .fte(BigDecimal.ONE)
                    .startedOn(FIRST_RECEIPT)
                    .build());
        }
        for (int i = 0; i < 2500; i++) {
            Application application = Application.values()[random.nextInt(Application.values().length)];
            String area = List.of("N1", "S1", "N2").get(random.nextInt(3));
            LocalDate receivedOn = FIRST_RECEIPT.plusDays(random.nextInt(DAYS_OF_RECEIPT));
            ChildrensCase.Builder one = ChildrensCase.builder()
                    .caseId(new CaseId("C" + i))
                    .law(application.law())
                    .application(application)
                    .areaCode(new AreaCode(area))
                    .receivedOn(receivedOn);
            if (random.nextInt(3) > 0) {
                one.firstHearingOn(receivedOn.plusDays(random.nextInt(80)));
            }
            if (random.nextInt(4) == 0) {
                one.rule164On(receivedOn.plusDays(random.nextInt(200)));
            }
            if (!area.equals("N2") && random.nextInt(4) > 0) {
                one.closedOn(receivedOn.plusDays(random.nextInt(random.nextBoolean() ? 250 : 900)));
            }
            extract.add(one.build());
            if (random.nextInt(3) > 0) {
                LocalDate from = receivedOn.plusDays(random.nextInt(400));
                Allocation.Builder held = Allocation.builder()
                        .caseId(new CaseId("C" + i))
                        .kind(random.nextInt(4) > 0 ? AllocationKind.LEAD : AllocationKind.SUPPORT)
                        .adviserId(new AdviserId("A" + random.nextInt(3)))
                        .from(from);
                if (random.nextBoolean()) {
                    held.to(from.plusDays(random.nextInt(2) * random.nextInt(200)));
                }
                extract.add(held.build());
            }
            for (int child = random.nextInt(4); child > 0; child--) {
                extract.add(Child.builder()
                        .childId(new ChildId("K" + i + "-" + child))
                        .caseId(new CaseId("C" + i))
                        .build());
            }
        }
        return extract.build();
    }

    private static List<Period> periods() {
        List<Period> periods = new ArrayList<>(List.of(
                new Period(LEAP_DAY, LEAP_DAY),
                new Period(LEAP_DAY.minusDays(1), LEAP_DAY),
                new Period(LEAP_DAY, LEAP_DAY.plusDays(1)),
                Period.months(1, LEAP_DAY),
                Period.months(3, LocalDate.of(2023, 6, 30)),
                Period.parse("2023-24"),
                new Period(FIRST_RECEIPT, FIRST_RECEIPT),
                new Period(LocalDate.of(2023, 5, 17), LocalDate.of(2023, 8, 3)),
                new Period(FIRST_RECEIPT.minusDays(100), FIRST_RECEIPT.minusDays(1)),
                new Period(FIRST_RECEIPT.minusDays(100), FIRST_RECEIPT.plusDays(4000)),
                new Period(FIRST_RECEIPT.plusDays(3000), FIRST_RECEIPT.plusDays(3001))));
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 25; i++) {
            LocalDate first = FIRST_RECEIPT.plusDays(random.nextInt(-5, DAYS_OF_RECEIPT + 950));
            periods.add(new Period(first, first.plusDays(random.nextInt(random.nextBoolean() ? 3 : 400))));
        }
        return periods;
    }

    private static Set<Tally> indexed() {
        Set<Tally> indexed = new LinkedHashSet<>();
        Measures.all().stream()
                .flatMap(measure -> Stream.concat(Stream.of(measure.numerator()), measure.denominator().stream()))
                .filter(tally -> tally.index() != null)
                .forEach(indexed::add);
        return indexed;
    }

    @ParameterizedTest
    @EnumSource(Conventions.Duration.class)
    void sumsAndAmountsAreThoseOfThePassOverTheRows(Conventions.Duration duration) {
        int sums = 0;
        int amounts = 0;
        for (Period period : periods()) {
            Moment moment = new Moment(
                    columns, WorkingDayCalendar.englandAndWales(), Conventions.DEFAULT.with(duration), period);
            for (Tally tally : indexed()) {
                Tally.Index index = Optional.ofNullable(tally.index()).orElseThrow();
                for (Set<BreakdownKey> by : BREAKDOWNS) {
                    Layout layout = Layout.of(by, tally.subject(), columns);
                    Contributions counted = moment.counted(tally, false);
                    Layout.Grouping grouping = layout.group(tally, counted, by, moment);
                    Optional<Map<Long, Sum>> indexedSums = index.sums(moment, layout, by);
                    if (indexedSums.isPresent()) {
                        sums++;
                        assertThat(withoutZeros(indexedSums.get()))
                                .as("%s by %s over %s", tally, by, period)
                                .isEqualTo(withoutZeros(counted.sums(grouping)));
                    }
                    Optional<Map<Long, Amounts>> indexedAmounts = index.amounts(moment, layout, by);
                    if (indexedAmounts.isPresent()) {
                        amounts++;
                        assertAreTheSame(indexedAmounts.get(), counted.amounts(grouping));
                    }
                }
            }
        }
        assertThat(sums).isGreaterThan(1000);
        assertThat(amounts > 0).isEqualTo(duration != Conventions.Duration.WHOLE_WEEKS);
    }

    /* More areas, with all applications each, than kinds of open case are totalled for. */
    @Test
    void withVeryManyAreasTheRowsAreCounted() {
        Extract.Builder extract =
                Extract.builder().present(ExtractTable.ADVISERS).present(ExtractTable.CHILDREN);
        for (int area = 0; area < 1100; area++) {
            extract.add(Area.builder()
                    .areaCode(new AreaCode("N" + area))
                    .name("N")
                    .region("N")
                    .build());
        }
        MetricsEngine engine = MetricsEngine.of(extract.add(ChildrensCase.builder()
                        .caseId(new CaseId("C"))
                        .law(Application.S31_CARE.law())
                        .application(Application.S31_CARE)
                        .areaCode(new AreaCode("N7"))
                        .receivedOn(LEAP_DAY.minusDays(70))
                        .build())
                .build());

        assertThat(engine.figures(
                        Measures.OPEN_AGE_MEAN_WEEKS, ReportingPeriod.asAt(LEAP_DAY), BreakdownKey.APPLICATION))
                .extracting(figure -> figure.value().orElseThrow())
                .containsExactly(10.0);
    }

    /* Some allocations begin after the closing of their case, and some hold on no day. */
    @Test
    void leadCasesAreThoseOfThePassOverTheAllocations() {
        ExtractColumns.Allocations allocations = columns.allocations;
        for (int day = (int) FIRST_RECEIPT.toEpochDay() - 2; day < FIRST_RECEIPT.toEpochDay() + 2000; day += 13) {
            int[] plain = new int[columns.advisers.size];
            for (int row : allocations.stays.on(day).each()) {
                if (allocations.kind[row] == AllocationKind.LEAD.ordinal()) {
                    plain[allocations.adviser[row]]++;
                }
            }
            assertThat(allocations.leadCases().on(day)).containsExactly(plain);
        }
    }

    private static Map<Long, BigDecimal> withoutZeros(Map<Long, Sum> sums) {
        Map<Long, BigDecimal> values = new HashMap<>();
        sums.forEach((cell, sum) -> values.put(cell, sum.exact()));
        values.values().removeIf(sum -> sum.signum() == 0);
        return values;
    }

    private static void assertAreTheSame(Map<Long, Amounts> indexed, Map<Long, Amounts> plain) {
        assertThat(indexed.keySet()).isEqualTo(plain.keySet());
        indexed.forEach((cell, amounts) -> {
            Amounts others = Optional.ofNullable(plain.get(cell)).orElseThrow();
            assertThat(amounts.stream().sorted().toArray())
                    .isEqualTo(others.stream().sorted().toArray());
            for (QuantileMethod method : QuantileMethod.values()) {
                for (double probability : new double[] {0, 0.1, 0.5, 0.9, 1}) {
                    assertThat(amounts.quantile(method, probability)).isEqualTo(others.quantile(method, probability));
                }
            }
        });
    }
}
