package org.cafcass.report;

import org.cafcass.metrics.Measure;

/**
 * A chart of a board pack.
 *
 * @param title what it shows
 * @param measure the measure that it shows
 * @param summary what is to be seen on it, in words
 * @param concern what on it is cause for concern, in words; empty for nothing
 * @param svg the drawing
 * @param numbers what is drawn, as a table
 */
record PackChart(String title, Measure measure, String summary, String concern, String svg, PackTable numbers)
        implements PackBlock {}
