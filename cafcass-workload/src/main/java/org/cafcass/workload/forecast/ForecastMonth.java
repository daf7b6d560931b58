package org.cafcass.workload.forecast;

import java.time.LocalDate;

/**
 * What is forecast for some cases at the end of a month ahead.
 *
 * @param part the cases
 * @param month which month ahead, from 1
 * @param asAt the day
 * @param cases the open cases
 * @param children the children in them
 */
public record ForecastMonth(Part part, int month, LocalDate asAt, Expected cases, Expected children) {}
