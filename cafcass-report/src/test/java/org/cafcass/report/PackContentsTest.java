package org.cafcass.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.cafcass.metrics.ReportingPeriod;
import org.junit.jupiter.api.Test;

class PackContentsTest {
    @Test
    void aMonthThatIsNotOverIsNotWatchedByTheProtocol() {
        LocalDate firstOfApril = LocalDate.of(2022, 4, 1);

        assertThat(PackContents.months(firstOfApril))
                .hasSize(24)
                .last()
                .extracting(ReportingPeriod::asAt)
                .isEqualTo(firstOfApril);
        assertThat(PackPrioritisation.months(firstOfApril))
                .hasSize(23)
                .startsWith(YearMonth.of(2020, 5))
                .endsWith(YearMonth.of(2022, 3));
        assertThat(PackPrioritisation.months(LocalDate.of(2024, 2, 29)))
                .hasSize(24)
                .startsWith(YearMonth.of(2022, 3))
                .endsWith(YearMonth.of(2024, 2));
    }
}
