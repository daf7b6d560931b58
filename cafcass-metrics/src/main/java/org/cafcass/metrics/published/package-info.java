/**
 * Checking of published figures: whether what a paper prints can be true, given how it rounded.
 *
 * <p>{@link org.cafcass.metrics.published.PublishedFigures} reads the figures as rows, {@link
 * org.cafcass.metrics.published.PublishedFiguresCheck} gives each a {@link org.cafcass.metrics.published.Verdict} and the
 * arithmetic behind it. A printed number stands for every number that rounds to it: 16.4 for 16.35 up to, not including,
 * 16.45; a count for itself, unless it is marked as rounded ({@code c56,000}, {@code ~200}). All arithmetic is exact.
 */
@NullMarked
package org.cafcass.metrics.published;

import org.jspecify.annotations.NullMarked;
