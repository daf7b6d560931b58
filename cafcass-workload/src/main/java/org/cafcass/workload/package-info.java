/**
 * How much work advisers hold and how much they can: {@link org.cafcass.workload.WeightingScheme weighting schemes} as data, loads that
 * explain themselves, capacity and saturation.
 *
 * <p>{@link org.cafcass.workload.Workload} is an extract weighed by a scheme as at a day; {@link
 * org.cafcass.workload.WorkloadMeasures} has the two measures that rest on it.
 */
@NullMarked
package org.cafcass.workload;

import org.jspecify.annotations.NullMarked;
