package org.cafcass.workload.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cafcass.model.extract.Extract;

/**
 * Forecasts from past days, each with what was known by it, held against what came.
 *
 * @param horizons what was found, by months ahead
 */
public record Backtest(List<Horizon> horizons) {
    private static final int TREND_MONTHS = 6;
    private static final int RUNS = 250;

    /** Takes a copy. */
    public Backtest {
        horizons = List.copyOf(horizons);
    }

    /**
     * What forecasts so many months ahead were worth. Errors are means of absolute differences, in cases.
     *
     * @param months the months ahead
     * @param forecasts how many were held against what came
     * @param within80Percent the share of them, in percent, where what came was within the 80% limits
     * @param within95Percent the same for the 95% limits
     * @param error the error of the forecasts
     * @param errorOfLastValue the error of taking the open cases to stay as they are
     * @param errorOfTrend the error of taking them to go on as over the last six months
     */
    public record Horizon(
            int months,
            int forecasts,
            double within80Percent,
            double within95Percent,
            double error,
            double errorOfLastValue,
            double errorOfTrend) {}

    /**
     * Forecasts all open cases from each of some days, with flat inflow.
     *
     * @param extract an extract that reaches as far after the last of the days
     * @param origins the days
     * @param months how many months ahead
     * @param observedDays over how many days before each day flow is observed
     * @param seed the seed of the first day's simulation; the next has the next
     */
    public static Backtest of(Extract extract, List<LocalDate> origins, int months, int observedDays, long seed) {
        CaseHistory history = new CaseHistory(extract);
        double[][] sums = new double[months][5];
        for (int i = 0; i < origins.size(); i++) {
            LocalDate origin = origins.get(i);
            List<ForecastMonth> ahead = new Forecast.Builder(extract, origin, history)
                    .months(months)
                    .observedDays(observedDays)
                    .seed(seed + i)
                    .runs(RUNS)
                    .make()
                    .months(Part.WHOLE);
            double now = open(history, origin);
            double slope = (now - open(history, Forecast.monthEnd(origin, -TREND_MONTHS))) / TREND_MONTHS;
            for (ForecastMonth month : ahead) {
                double actual = open(history, month.asAt());
                double[] sum = sums[month.month() - 1];
                sum[0] += month.cases().holdsWithin80(actual) ? 1 : 0;
                sum[1] += month.cases().holdsWithin95(actual) ? 1 : 0;
                sum[2] += Math.abs(month.cases().value() - actual);
                sum[3] += Math.abs(now - actual);
                sum[4] += Math.abs(now + slope * month.month() - actual);
            }
        }
        List<Horizon> horizons = new ArrayList<>();
        int forecasts = origins.size();
        for (int month = 1; month <= months && forecasts > 0; month++) {
            double[] sum = sums[month - 1];
            horizons.add(new Horizon(
                    month,
                    forecasts,
                    100 * sum[0] / forecasts,
                    100 * sum[1] / forecasts,
                    sum[2] / forecasts,
                    sum[3] / forecasts,
                    sum[4] / forecasts));
        }
        return new Backtest(horizons);
    }

    private static int open(CaseHistory history, LocalDate day) {
        return history.open(Math.toIntExact(day.toEpochDay()));
    }
}
