package org.cafcass.model.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BankHolidaysTest {
    private static final String YEAR = """
            # known: 2025-01-01/2025-12-31
            # a source
            date,name
            2025-01-01,New Year's Day
            2025-04-18,Good Friday
            2025-04-21,Easter Monday
            2025-05-05,Early May bank holiday
            2025-05-26,Spring bank holiday
            2025-08-25,Summer bank holiday
            2025-12-25,Christmas Day
            2025-12-26,Boxing Day
            """;

    @Test
    void reads() {
        BankHolidays bankHolidays = BankHolidays.parse(new StringReader(YEAR));

        assertThat(bankHolidays.firstDay()).isEqualTo("2025-01-01");
        assertThat(bankHolidays.lastDay()).isEqualTo("2025-12-31");
        assertThat(bankHolidays.days()).hasSize(8).startsWith(LocalDate.of(2025, 1, 1));
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("", "line 1: no line '# known: FIRST/LAST' above it"),
                Arguments.of(YEAR.replace("# known", "# horizon"), "line 3: no line '# known: FIRST/LAST' above it"),
                Arguments.of("# known: 2025-01-01/2025-12-31\n", "line 2: not the header date,name"),
                Arguments.of(YEAR.replace("date,name", "date,title"), "line 3: not the header date,name"),
                Arguments.of(YEAR.replace("/2025-12-31", "/the end"), "line 3: no date: the end"),
                Arguments.of(YEAR.replace("2025-05-05", "5 May 2025"), "line 7: no date: 5 May 2025"),
                Arguments.of(YEAR.replace("2025-05-26", "\n2025-05-26"), "line 8: no date: "),
                Arguments.of(YEAR.replace("2025-04-21", "2025-04-18"), "line 6: 2025-04-18 not after 2025-04-18"),
                Arguments.of(YEAR.replace("2025-01-01,", "2024-12-31,"), "line 4: 2024-12-31 not after 2024-12-31"),
                Arguments.of(YEAR.replace("2025-12-26", "2026-01-01"), "line 11: 2026-01-01 after 2025-12-31"),
                Arguments.of(YEAR.replace("2025-05-26", "2025-05-25"), "line 8: 2025-05-25 is a SUNDAY"),
                Arguments.of(YEAR.replace("2025-12-26,Boxing Day\n", ""), "line 10: 7 bank holidays in 2025"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void refusesWhatIsNoCalendar(String text, String reason) {
        assertThatThrownBy(() -> BankHolidays.parse(new StringReader(text)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Cannot read bank holidays: " + reason);
    }
}
