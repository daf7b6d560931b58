/** Measures of family-court work and the engine that computes them. */
@NullMarked
package org.cafcass.metrics;

import org.jspecify.annotations.NullMarked;
