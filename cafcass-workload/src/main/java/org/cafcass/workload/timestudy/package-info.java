/** Weights from what advisers wrote down that their cases took: {@link org.cafcass.workload.timestudy.TimeStudy}. */
@NullMarked
package org.cafcass.workload.timestudy;

import org.jspecify.annotations.NullMarked;
