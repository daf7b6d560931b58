/**
 * The measures of a family-court advisory service and the engine that computes them.
 *
 * <p>{@link org.cafcass.metrics.Measures} is the catalogue: each {@link org.cafcass.metrics.Measure} with its definition, unit,
 * direction and source. {@link org.cafcass.metrics.MetricsEngine} is built from an extract and answers with {@link
 * org.cafcass.metrics.Figure figures}.
 */
@NullMarked
@CafcassStyle
package org.cafcass.metrics;

import org.cafcass.model.CafcassStyle;
import org.jspecify.annotations.NullMarked;
