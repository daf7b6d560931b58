/**
 * The board pack and the forms in which figures are written.
 *
 * <p>{@link org.cafcass.report.BoardPack} is a period's figures as a folder of files; {@link org.cafcass.report.FigureFormat} writes any
 * figures as CSV, JSON or a table for a terminal; {@link org.cafcass.report.Main} is the command line.
 */
@NullMarked
package org.cafcass.report;

import org.jspecify.annotations.NullMarked;
