/**
 * Open cases and children in the months ahead: {@link org.cafcass.workload.forecast.Forecast} from an inflow and closing rates by age, with
 * simulated limits, and {@link org.cafcass.workload.forecast.Backtest} that checks them on the past.
 */
@NullMarked
package org.cafcass.workload.forecast;

import org.jspecify.annotations.NullMarked;
