/**
 * The statistics behind the figures, as functions of plain numbers: {@link
 * org.cafcass.metrics.statistics.ConfidenceInterval intervals} for proportions and counts, {@link
 * org.cafcass.metrics.statistics.QuantileMethod quantiles}, {@link org.cafcass.metrics.statistics.KaplanMeier survival} with
 * delayed entry, {@link org.cafcass.metrics.statistics.GradeAgreement agreement} of grades, and {@link
 * org.cafcass.metrics.statistics.XmrChart process-control} and {@link org.cafcass.metrics.statistics.FunnelChart funnel}
 * charts.
 *
 * <p>What has no value is empty, never 0 or NaN. Where a method is fed with counts, the counts of two parts of the data add
 * up to those of the whole, whichever way it was split. The same numbers give the same result on every machine.
 *
 * <p>The package needs no library. A general library of statistics would bring distributions and special functions of
 * which a square root, ten terms of a sum and the selection of an order statistic are used here. Each method is tested
 * against R, or a published table, instead.
 */
@NullMarked
package org.cafcass.metrics.statistics;

import org.jspecify.annotations.NullMarked;
