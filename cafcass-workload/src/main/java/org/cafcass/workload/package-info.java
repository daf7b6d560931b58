/** Case weighting, capacity, allocation and forecasting. */
@NullMarked
package org.cafcass.workload;

import org.jspecify.annotations.NullMarked;
