/**
 * Scorecards: measures with thresholds, rated green, amber or red for the nation, each region and each area.
 *
 * <p>A {@link org.cafcass.metrics.scorecard.Scorecard} is data, read from JSON; four ship with the library. {@link
 * org.cafcass.metrics.scorecard.Indicator#rate} rates one value, {@link org.cafcass.metrics.scorecard.Scorecard#rate} a whole scorecard from
 * an engine. Every cell says why it has its colour and what would change it, and holds the rating that a person has entered, where there
 * is one, beside the one that is computed.
 */
@NullMarked
package org.cafcass.metrics.scorecard;

import org.jspecify.annotations.NullMarked;
