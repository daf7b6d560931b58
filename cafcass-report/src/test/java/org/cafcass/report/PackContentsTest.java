package org.cafcass.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.cafcass.metrics.Period;
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
        assertThat(PackContents.wholeMonths(firstOfApril))
                .hasSize(23)
                .last()
                .isEqualTo(ReportingPeriod.of(Period.parse("2022-03")));
        assertThat(PackContents.wholeMonths(LocalDate.of(2024, 2, 29)))
                .hasSize(24)
                .isEqualTo(PackContents.months(LocalDate.of(2024, 2, 29)));
    }
}
