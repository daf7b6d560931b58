/**
 * Cases that wait for an adviser: which of them may, the clocks that run for them, and those whose assessment is done; {@link
 * org.cafcass.workload.hubs.Hubs} tells it as at a day.
 */
@NullMarked
package org.cafcass.workload.hubs;

import org.jspecify.annotations.NullMarked;
