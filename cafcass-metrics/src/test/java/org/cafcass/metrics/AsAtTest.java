package org.cafcass.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsAtTest {
    @ParameterizedTest
    @CsvSource({
        "2025-03-31, 2024-03-31",
        "2025-02-28, 2024-02-29", // the last of February stays the last
        "2024-02-29, 2023-02-28",
        "2024-02-28, 2023-02-28",
        "2025-02-27, 2024-02-27"
    })
    void aYearBefore(LocalDate asAt, LocalDate before) {
        assertThat(AsAt.previousYear(asAt)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-31, 2024-25, 2024-03-31",
        "2025-03-31, 2024-25-Q4, 2024-12-31",
        "2025-03-31, 2025-03, 2025-02-28",
        "2025-02-28, 2025-02, 2025-01-31", // the last of February goes with the last of January
        "2025-04-10, 2025-03, 2025-03-10", // a day outside the period: as many months before
        "2025-03-16, 2025-03-10/2025-03-16, 2025-03-09",
        "2025-03-20, 2025-03-10/2025-03-16, 2025-03-13"
    })
    void aPeriodBefore(LocalDate asAt, String period, LocalDate before) {
        assertThat(AsAt.previousPeriod(asAt, Period.parse(period))).isEqualTo(before);
    }
}
