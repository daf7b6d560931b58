package org.cafcass.workload.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BacktestTest {
    private static List<LocalDate> monthly(LocalDate first, int number) {
        List<LocalDate> origins = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            origins.add(first.plusMonths(i));
        }
        return origins;
    }

    /* Eight services, a forecast each half year: limits that are right hold about 80% and 95%. */
    @Test
    void limitsHoldAsOftenAsTheySay() {
        double within80 = 0;
        double within95 = 0;
        int forecasts = 0;
        for (int service = 0; service < 8; service++) {
            Backtest backtest = Backtest.of(
                    new MadeService(100 + service, 2, 0.15).extract(),
                    List.of(
                            MadeService.FIRST.plusDays(730),
                            MadeService.FIRST.plusDays(910),
                            MadeService.FIRST.plusDays(1090),
                            MadeService.FIRST.plusDays(1270)),
                    6,
                    365,
                    service);
            for (Backtest.Horizon horizon : backtest.horizons()) {
                within80 += horizon.within80Percent() * horizon.forecasts();
                within95 += horizon.within95Percent() * horizon.forecasts();
                forecasts += horizon.forecasts();
            }
        }

        assertThat(forecasts).isEqualTo(8 * 4 * 6);
        assertThat(within80 / forecasts).isBetween(70.0, 90.0);
        assertThat(within95 / forecasts).isBetween(89.0, 99.9);
    }

    /* Inflow falls by two fifths at the end of the second year: open cases fall fast at first, then level off. */
    @Test
    void aForecastIsBetterThanTheLastValueAndTheTrend() {
        Backtest backtest = Backtest.of(
                new MadeService(11, 2, 0.05, day -> day < 730 ? 1 : 0.6).extract(),
                monthly(MadeService.FIRST.plusDays(730 + 150), 12),
                6,
                150,
                1);

        Backtest.Horizon last = backtest.horizons().get(5);
        assertThat(last.months()).isEqualTo(6);
        assertThat(last.forecasts()).isEqualTo(12);
        assertThat(last.error()).isLessThan(last.errorOfLastValue()).isLessThan(last.errorOfTrend());
    }

    @Test
    void withoutDaysThereIsNothing() {
        assertThat(Backtest.of(new MadeService(1, 1, 0).extract(), List.of(), 3, 365, 1)
                        .horizons())
                .isEmpty();
    }
}
