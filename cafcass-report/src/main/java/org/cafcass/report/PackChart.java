package org.cafcass.report;

import java.util.Optional;
import org.cafcass.metrics.Measure;

/**
 * A chart of a board pack.
 *
 * @param title what it shows
 * @param measure the measure that it shows
 * @param summary what is to be seen on it, in words
 * @param svg the drawing
 * @param numbers what is drawn, as a table
 */
record PackChart(String title, Optional<Measure> measure, String summary, String svg, PackTable numbers) {}
