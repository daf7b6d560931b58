package org.cafcass.model.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opengamma.strata.basics.ReferenceData;
import com.opengamma.strata.basics.date.HolidayCalendar;
import com.opengamma.strata.basics.date.HolidayCalendarIds;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDayCalendarTest {
    private static final WorkingDayCalendar CALENDAR = WorkingDayCalendar.englandAndWales();
    private static final LocalDate SUN_1995_01_01 = LocalDate.of(1995, 1, 1);
    private static final LocalDate SUN_2028_12_31 = LocalDate.of(2028, 12, 31);
    private static final LocalDate MON_2025_03_03 = LocalDate.of(2025, 3, 3);
    private static final LocalDate TUE_2025_03_04 = LocalDate.of(2025, 3, 4);
    private static final LocalDate SAT_2025_03_08 = LocalDate.of(2025, 3, 8);
    private static final LocalDate MON_2025_03_10 = LocalDate.of(2025, 3, 10);

    @Test
    void knowsItsRange() {
        assertThat(CALENDAR.firstDay()).isEqualTo(SUN_1995_01_01);
        assertThat(CALENDAR.lastDay()).isEqualTo(SUN_2028_12_31);
    }

    // ------------------------------------------------------------------------
    // bank holidays

    @Test
    void from2011ItsBankHolidaysAreThoseThatWerePublished() throws IOException {
        Set<LocalDate> published;
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(getClass().getResourceAsStream("published-2011-2028.csv")), UTF_8))) {
            published = reader.lines()
                    .filter(line -> line.startsWith("20"))
                    .map(LocalDate::parse)
                    .collect(Collectors.toSet());
        }
        assertThat(published).hasSize(149);
        assertThat(weekdaysOff(LocalDate.of(2011, 1, 1), SUN_2028_12_31))
                .containsExactlyInAnyOrderElementsOf(published);
    }

    /** Strata's calendar of London derives its days by rule, year by year, from other sources. */
    @Test
    void everyDayIsAsInStrata() {
        HolidayCalendar london = HolidayCalendarIds.GBLO.resolve(ReferenceData.standard());
        assertThat(days(SUN_1995_01_01, SUN_2028_12_31))
                .allSatisfy(day -> assertThat(CALENDAR.isWorkingDay(day)).isEqualTo(london.isBusinessDay(day)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1995-05-08", // early May, moved to the 50th anniversary of VE day
                "1999-12-31", // besides, for the millennium
                "2002-06-03", // besides, for the Golden Jubilee
                "2002-06-04", // spring, moved to the Golden Jubilee
                "2011-04-29", // besides, for the royal wedding
                "2012-06-04", // spring, moved to the Diamond Jubilee
                "2012-06-05", // besides, for the Diamond Jubilee
                "2020-05-08", // early May, moved to the 75th anniversary of VE day
                "2022-06-02", // spring, moved to the Platinum Jubilee
                "2022-06-03", // besides, for the Platinum Jubilee
                "2022-09-19", // besides, for the state funeral
                "2023-05-08", // besides, for the coronation
                "2028-01-03" // New Year's Day on a Saturday
            })
    void daysProclaimedAreNoWorkingDays(LocalDate day) {
        assertThat(CALENDAR.isWorkingDay(day)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1995-05-01", "2002-05-27", "2012-05-28", "2020-05-04", "2022-05-30"})
    void daysFromWhichABankHolidayWasMovedAreWorkingDays(LocalDate day) {
        assertThat(CALENDAR.isWorkingDay(day)).isTrue();
    }

    // ------------------------------------------------------------------------
    // counting

    @ParameterizedTest
    @CsvSource({
        "2025-03-03, 2025-03-03, 0", // the same day
        "2025-03-03, 2025-03-04, 1", // the start counts, the end doesn't
        "2025-03-07, 2025-03-10, 1", // Friday to Monday
        "2025-03-08, 2025-03-10, 0", // Saturday to Monday
        "2025-03-03, 2025-03-10, 5", // a week
        "2025-03-10, 2025-03-03, 0", // the end before the start
        "2024-02-28, 2024-03-01, 2", // a leap day on a Thursday
        "2023-02-28, 2023-03-01, 1", // no leap day
        "2000-02-28, 2000-03-01, 2", // the leap day of a century, on a Tuesday
        "2024-12-24, 2025-01-02, 4", // Christmas and New Year: 24, 27, 30, 31 December
        "2025-04-17, 2025-04-22, 1", // Easter: Thursday only
        "2024-01-01, 2025-01-01, 254", // 262 weekdays less 8 bank holidays
        "2025-01-01, 2026-01-01, 253", // 261 less 8
        "2022-01-01, 2023-01-01, 250", // 260 less 10, New Year's Day by its substitute
        "1995-01-01, 1995-01-03, 0", // the first known days: a Sunday and a bank holiday
        "2028-12-29, 2029-01-01, 1" // up to the end of the last known day
    })
    void countsWorkingDays(LocalDate start, LocalDate end, int workingDays) {
        assertThat(CALENDAR.workingDaysBetween(start, end)).isEqualTo(workingDays);
        assertThat(CALENDAR.workingDaysBetween((int) start.toEpochDay(), (int) end.toEpochDay()))
                .isEqualTo(workingDays);
    }

    @Property
    void aCountIsWhatALoopOverItsDaysCounts(@ForAll("days") LocalDate start, @ForAll("days") LocalDate end) {
        int counted = 0;
        for (LocalDate day = start; day.isBefore(end); day = day.plusDays(1)) {
            counted += CALENDAR.isWorkingDay(day) ? 1 : 0;
        }
        assertThat(CALENDAR.workingDaysBetween(start, end)).isEqualTo(counted);
    }

    @Property
    void countsAddUp(@ForAll("days") LocalDate a, @ForAll("days") LocalDate b, @ForAll("days") LocalDate c) {
        List<LocalDate> ordered = Stream.of(a, b, c).sorted().toList();
        assertThat(CALENDAR.workingDaysBetween(ordered.get(0), ordered.get(1))
                        + CALENDAR.workingDaysBetween(ordered.get(1), ordered.get(2)))
                .isEqualTo(CALENDAR.workingDaysBetween(ordered.get(0), ordered.get(2)));
    }

    // ------------------------------------------------------------------------
    // limits

    @ParameterizedTest
    @CsvSource({
        "2025-03-03, 0, 2025-03-03", // the day itself is 0 working days away
        "2025-03-03, 1, 2025-03-04",
        "2025-03-03, 10, 2025-03-17",
        "2025-03-07, 1, 2025-03-10", // kept over the weekend, until Monday
        "2025-03-08, 0, 2025-03-10", // Monday is 0 working days from Saturday
        "2025-03-08, 10, 2025-03-24",
        "2024-12-23, 2, 2024-12-27", // over Christmas
        "2024-02-28, 2, 2024-03-01", // over a leap day
        "2025-01-02, 40, 2025-02-27",
        "1995-01-01, 0, 1995-01-03" // from the first known day
    })
    void findsTheLastDayOnWhichALimitIsKept(LocalDate day, int limit, LocalDate last) {
        assertThat(CALENDAR.plusWorkingDays(day, limit)).isEqualTo(last);
    }

    @Property
    void aLimitIsKeptOnItsLastDayAndBrokenTheDayAfter(
            @ForAll("daysBefore2028") LocalDate day, @ForAll @IntRange(max = 100) int limit) {
        LocalDate last = CALENDAR.plusWorkingDays(day, limit);
        assertThat(CALENDAR.workingDaysBetween(day, last)).isEqualTo(limit);
        assertThat(CALENDAR.workingDaysBetween(day, last.plusDays(1))).isEqualTo(limit + 1);
    }

    @Test
    void aLimitBelow0IsRefused() {
        assertThatThrownBy(() -> CALENDAR.plusWorkingDays(MON_2025_03_03, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid limit of working days: -1");
    }

    // ------------------------------------------------------------------------
    // closures

    @Test
    void aClosureIsNoWorkingDay() {
        WorkingDayCalendar closed = CALENDAR.withClosures(List.of(TUE_2025_03_04, TUE_2025_03_04));

        assertThat(closed.isWorkingDay(TUE_2025_03_04)).isFalse();
        assertThat(closed.workingDaysBetween(MON_2025_03_03, MON_2025_03_10)).isEqualTo(4);
        assertThat(closed.plusWorkingDays(MON_2025_03_03, 1)).isEqualTo(LocalDate.of(2025, 3, 5));
        assertThat(CALENDAR.workingDaysBetween(MON_2025_03_03, MON_2025_03_10)).isEqualTo(5);
    }

    @Test
    void closuresAddToThoseThatAreThere() {
        WorkingDayCalendar closed =
                CALENDAR.withClosures(List.of(TUE_2025_03_04)).withClosures(List.of(MON_2025_03_03));

        assertThat(closed.workingDaysBetween(MON_2025_03_03, MON_2025_03_10)).isEqualTo(3);
        assertThat(closed.closures()).containsExactly(MON_2025_03_03, TUE_2025_03_04);
        assertThat(CALENDAR.closures()).isEmpty();
    }

    @Test
    void aClosureOnAnotherDayOrOutsideTheKnownRangeChangesNothing() {
        WorkingDayCalendar closed = CALENDAR.withClosures(List.of(
                SAT_2025_03_08, LocalDate.of(2025, 12, 25), LocalDate.of(1994, 12, 30), LocalDate.of(2029, 1, 1)));

        assertThat(days(SUN_1995_01_01, SUN_2028_12_31))
                .allSatisfy(day -> assertThat(closed.isWorkingDay(day)).isEqualTo(CALENDAR.isWorkingDay(day)));
        assertThat(closed.closures()).isEmpty();
        assertThat(closed.lastDay()).isEqualTo(SUN_2028_12_31);
    }

    // ------------------------------------------------------------------------
    // outside the known range

    @Test
    void aDayOutsideTheKnownRangeIsRefused() {
        assertThatThrownBy(() -> CALENDAR.isWorkingDay(LocalDate.of(1994, 12, 31)))
                .isInstanceOf(DateTimeException.class)
                .hasMessage("Cannot count working days on 1994-12-31: known from 1995-01-01 to 2028-12-31");
        assertThatThrownBy(() -> CALENDAR.isWorkingDay(LocalDate.of(2029, 1, 1)))
                .isInstanceOf(DateTimeException.class)
                .hasMessage("Cannot count working days on 2029-01-01: known from 1995-01-01 to 2028-12-31");
    }

    @Test
    void aCountOutsideTheKnownRangeIsRefused() {
        LocalDate before = LocalDate.of(1994, 12, 31);
        LocalDate after = LocalDate.of(2029, 1, 2);
        assertThatThrownBy(() -> CALENDAR.workingDaysBetween(before, MON_2025_03_03))
                .isInstanceOf(DateTimeException.class)
                .hasMessage("Cannot count working days from 1994-12-31 to 2025-03-03:"
                        + " known from 1995-01-01 to 2028-12-31");
        assertThatThrownBy(
                        () -> CALENDAR.workingDaysBetween((int) MON_2025_03_03.toEpochDay(), (int) after.toEpochDay()))
                .isInstanceOf(DateTimeException.class)
                .hasMessage("Cannot count working days from 2025-03-03 to 2029-01-02:"
                        + " known from 1995-01-01 to 2028-12-31");
    }

    @Test
    void anEmptyCountNeedsNoDayAndIs0Anywhere() {
        LocalDate day = LocalDate.of(2040, 1, 2);
        assertThat(CALENDAR.workingDaysBetween(day, day)).isZero();
        assertThat(CALENDAR.workingDaysBetween(day, SUN_1995_01_01)).isZero();
    }

    @Test
    void aLimitThatEndsOutsideTheKnownRangeIsRefused() {
        LocalDate friday = LocalDate.of(2028, 12, 29);
        assertThat(CALENDAR.plusWorkingDays(friday, 0)).isEqualTo(friday);
        assertThatThrownBy(() -> CALENDAR.plusWorkingDays(friday, 1))
                .isInstanceOf(DateTimeException.class)
                .hasMessage("Cannot count working days from 2028-12-29 to a limit of 1:"
                        + " known from 1995-01-01 to 2028-12-31");
        assertThatThrownBy(() -> CALENDAR.plusWorkingDays(friday, Integer.MAX_VALUE))
                .isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> CALENDAR.plusWorkingDays(LocalDate.of(1994, 12, 30), 1))
                .isInstanceOf(DateTimeException.class);
    }

    // ------------------------------------------------------------------------

    @Provide
    Arbitrary<LocalDate> days() {
        return between(SUN_1995_01_01, SUN_2028_12_31);
    }

    @Provide
    Arbitrary<LocalDate> daysBefore2028() {
        return between(SUN_1995_01_01, LocalDate.of(2027, 12, 31));
    }

    private static Arbitrary<LocalDate> between(LocalDate first, LocalDate last) {
        return Arbitraries.longs()
                .between(first.toEpochDay(), last.toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    private static List<LocalDate> days(LocalDate first, LocalDate last) {
        return first.datesUntil(last.plusDays(1)).toList();
    }

    private static List<LocalDate> weekdaysOff(LocalDate first, LocalDate last) {
        return days(first, last).stream()
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                .filter(day -> !CALENDAR.isWorkingDay(day))
                .toList();
    }
}
