package org.cafcass.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
    @ParameterizedTest
    @CsvSource({
        "2024-25, 2024-04-01/2025-03-31",
        "1999-00, 1999-04-01/2000-03-31",
        "2023-24, 2023-04-01/2024-03-31", // with a leap day
        "2024-25-Q1, 2024-04-01/2024-06-30",
        "2024-25-Q2, 2024-07-01/2024-09-30",
        "2024-25-Q3, 2024-10-01/2024-12-31",
        "2024-25-Q4, 2025-01-01/2025-03-31",
        "2010-11-Q1, 2010-04-01/2010-06-30", // a quarter is of a financial year
        "2025-03, 2025-03-01/2025-03-31",
        "2024-02, 2024-02-01/2024-02-29",
        "2012-12, 2012-12-01/2012-12-31",
        "2010-12, 2010-12-01/2010-12-31", // no financial year
        "2012-13, 2012-04-01/2013-03-31",
        "2024-04-01/2025-03-31, 2024-04-01/2025-03-31",
        "2025-03-31/2025-03-31, 2025-03-31/2025-03-31"
    })
    void reads(String text, String period) {
        assertThat(Period.parse(text)).hasToString(period);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-26",
                "2024-25-Q5",
                "2024-25-Q0",
                "2024-25-q4",
                "2024-26-Q1",
                "2025-03-Q1",
                "2025-00",
                "2025-13",
                "2025-3",
                "2025",
                "2025-03-31",
                "2025-02-29/2025-03-31",
                "2025-02-01/2025-02-30",
                "2024-04-01/2025-03-31/2025-03-31",
                "2024-04-01/",
                " 2024-25",
                "last year",
                ""
            })
    void refusesWhatIsNoPeriod(String text) {
        assertThatThrownBy(() -> Period.parse(text))
                .isInstanceOf(DateTimeException.class)
                .hasMessage("Invalid period: " + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2000-01", "2010-11", "2011-12"})
    void refusesWhatIsAMonthAndAFinancialYear(String text) {
        assertThatThrownBy(() -> Period.parse(text))
                .isInstanceOf(DateTimeException.class)
                .hasMessage("Invalid period: " + text + " (a month or a financial year: write its first and last day)");
    }

    @Test
    void refusesALastDayBeforeTheFirst() {
        assertThatThrownBy(() -> Period.parse("2025-03-31/2024-04-01"))
                .hasMessage("Invalid period: 2025-03-31/2024-04-01 (its last day is before its first)");
        assertThatThrownBy(() -> new Period(LocalDate.of(2025, 3, 31), LocalDate.of(2025, 3, 30)))
                .isInstanceOf(DateTimeException.class)
                .hasMessage("Invalid period: 2025-03-31/2025-03-30 (its last day is before its first)");
    }

    @ParameterizedTest
    @CsvSource({"2024-25, 365", "2023-24, 366", "2024-02, 29", "2025-03-31/2025-03-31, 1"})
    void countsItsDays(String period, int days) {
        assertThat(Period.parse(period).days()).isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-31, 2024-04-01/2025-03-31",
        "2025-04-01, 2025-04-01/2025-04-01",
        "2024-02-29, 2023-04-01/2024-02-29",
        "2024-12-31, 2024-04-01/2024-12-31"
    })
    void financialYearUpToADay(LocalDate asAt, String period) {
        assertThat(Period.financialYearTo(asAt)).hasToString(period);
    }

    @ParameterizedTest
    @CsvSource({
        "12, 2025-03-31, 2024-04-01/2025-03-31",
        "3, 2025-03-31, 2025-01-01/2025-03-31",
        "12, 2025-02-28, 2024-03-01/2025-02-28",
        "12, 2024-02-28, 2023-02-28/2024-02-28", // a year before 29 February 2024 is 28 February 2023
        "12, 2024-02-29, 2023-03-01/2024-02-29",
        "1, 2025-03-30, 2025-02-28/2025-03-30", // a month before 31 March is 28 February
        "3, 2025-05-30, 2025-02-28/2025-05-30",
        "3, 2025-05-15, 2025-02-16/2025-05-15"
    })
    void monthsUpToADay(int months, LocalDate upTo, String period) {
        assertThat(Period.months(months, upTo)).hasToString(period);
    }

    @Test
    void refusesFewerMonthsThanOne() {
        assertThatThrownBy(() -> Period.months(0, LocalDate.of(2025, 3, 31)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid number of months: 0");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-25, 2023-04-01/2024-03-31",
        "2025-03, 2024-03-01/2024-03-31",
        "2025-02, 2024-02-01/2024-02-29", // the whole of February stays whole
        "2024-02, 2023-02-01/2023-02-28",
        "2024-04-01/2025-02-28, 2023-04-01/2024-02-29",
        "2024-02-01/2024-02-28, 2023-02-01/2023-02-28", // 28 February 2024 ends no month
        "2025-01-15/2025-02-28, 2024-01-15/2024-02-28", // begins within a month
        "2024-02-29/2024-02-29, 2023-02-28/2023-02-28"
    })
    void aYearBefore(String period, String before) {
        assertThat(Period.parse(period).previousYear()).hasToString(before);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-25, 2023-04-01/2024-03-31",
        "2024-25-Q4, 2024-10-01/2024-12-31",
        "2025-03, 2025-02-01/2025-02-28",
        "2024-04-01/2025-02-28, 2023-05-01/2024-03-31", // 11 months
        "2025-03-10/2025-03-16, 2025-03-03/2025-03-09", // 7 days
        "2025-03-01/2025-03-30, 2025-01-30/2025-02-28", // 30 days
        "2025-03-02/2025-03-31, 2025-01-31/2025-03-01"
    })
    void thePeriodBefore(String period, String before) {
        assertThat(Period.parse(period).previousPeriod()).hasToString(before);
    }

    @Test
    void cutAtMonths() {
        assertThat(Period.parse("2024-02-10/2024-04-05").byMonth())
                .extracting(Period::toString)
                .containsExactly("2024-02-10/2024-02-29", "2024-03-01/2024-03-31", "2024-04-01/2024-04-05");
        assertThat(Period.parse("2025-03").byMonth()).containsExactly(Period.parse("2025-03"));
    }

    @Test
    void cutAtQuarters() {
        assertThat(Period.parse("2024-25").byQuarter())
                .containsExactly(
                        Period.parse("2024-25-Q1"),
                        Period.parse("2024-25-Q2"),
                        Period.parse("2024-25-Q3"),
                        Period.parse("2024-25-Q4"));
        assertThat(Period.parse("2025-03-31/2025-04-01").byQuarter())
                .extracting(Period::toString)
                .containsExactly("2025-03-31/2025-03-31", "2025-04-01/2025-04-01");
    }

    @Test
    void cutAtFinancialYears() {
        assertThat(Period.parse("2023-01-01/2025-03-31").byFinancialYear())
                .extracting(Period::toString)
                .containsExactly("2023-01-01/2023-03-31", "2023-04-01/2024-03-31", "2024-04-01/2025-03-31");
    }

    // ------------------------------------------------------------------------

    @Property
    void itsTextReadsBack(@ForAll("periods") Period period) {
        assertThat(Period.parse(period.toString())).isEqualTo(period);
    }

    @Property
    void thePeriodBeforeEndsWhereThisBegins(@ForAll("periods") Period period) {
        assertThat(period.previousPeriod().last().plusDays(1)).isEqualTo(period.first());
        assertThat(AsAt.previousPeriod(period.last(), period))
                .isEqualTo(period.previousPeriod().last());
    }

    @Property
    void partsFollowOneAnotherAndAddUp(@ForAll("periods") Period period) {
        for (List<Period> parts : List.of(period.byMonth(), period.byQuarter(), period.byFinancialYear())) {
            assertThat(parts.get(0).first()).isEqualTo(period.first());
            assertThat(parts.get(parts.size() - 1).last()).isEqualTo(period.last());
            assertThat(parts.stream().mapToInt(Period::days).sum()).isEqualTo(period.days());
            for (int part = 1; part < parts.size(); part++) {
                assertThat(parts.get(part).first())
                        .isEqualTo(parts.get(part - 1).last().plusDays(1));
            }
        }
    }

    @Provide
    Arbitrary<Period> periods() {
        Arbitrary<LocalDate> first = Arbitraries.longs()
                .between(0, 30_000)
                .map(LocalDate::ofEpochDay)
                .edgeCases(edges ->
                        edges.add(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 2, 29), LocalDate.of(2024, 4, 1)));
        Arbitrary<Integer> length =
                Arbitraries.integers().between(0, 1_500).edgeCases(edges -> edges.add(28, 364, 365));
        return Combinators.combine(first, length).as((day, days) -> new Period(day, day.plusDays(days)));
    }

    @ParameterizedTest
    @CsvSource({"2024-03-31, false", "2024-04-01, true", "2025-03-31, true", "2025-04-01, false"})
    void bothItsDaysAreInIt(LocalDate day, boolean expected) {
        assertThat(Period.parse("2024-25").contains(day)).isEqualTo(expected);
    }
}
