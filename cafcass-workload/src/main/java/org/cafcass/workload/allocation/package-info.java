/**
 * Which adviser should take which waiting case: {@link org.cafcass.workload.allocation.AllocationPlan}, with reasons and a bound on how far
 * it can be from the best.
 */
@NullMarked
package org.cafcass.workload.allocation;

import org.jspecify.annotations.NullMarked;
