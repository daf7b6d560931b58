package org.cafcass.metrics.published;

import java.util.List;

/**
 * One piece of arithmetic that was tried.
 *
 * @param rows the figures that it rests on
 * @param exact whether it compares for equality, rather than sets a bound
 * @param holds whether it holds
 * @param finding what it says
 */
record Trial(List<Integer> rows, boolean exact, boolean holds, String finding) {}
