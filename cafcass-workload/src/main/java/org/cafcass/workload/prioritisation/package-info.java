/**
 * When a service area can't allocate its cases safely any more: a {@link org.cafcass.workload.prioritisation.Protocol} as data, and the
 * state that it gives each area in each month, with the evidence.
 */
@NullMarked
package org.cafcass.workload.prioritisation;

import org.jspecify.annotations.NullMarked;
