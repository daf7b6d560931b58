package org.cafcass.metrics.published;

/**
 * A published figure's verdict.
 *
 * @param id the figure's
 * @param verdict what the check says of it
 * @param finding the arithmetic that decides, or what the printed numbers bound where nothing decides
 */
public record CheckedFigure(String id, Verdict verdict, String finding) {}
