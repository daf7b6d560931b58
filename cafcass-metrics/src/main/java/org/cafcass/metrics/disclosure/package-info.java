/**
 * Disclosure control: which counts of a publication are hidden so that nobody can work out a small one.
 *
 * <p>The rule:
 *
 * <ol>
 *   <li>A count of 1 to 5 is hidden. A count of 0 is always shown.
 *   <li>Further counts are hidden so that, of every hidden count, a reader is left with at least five numbers in a row or more,
 *       which is as many as 1 to 5: the least and the greatest number that it can be are at least 4 apart. The reader knows
 *       all counts that are shown, now or in an earlier publication, which counts add up to which total, that every count is a
 *       whole number, and that a hidden one is 1 or more, since zeros are shown. What the reader doesn't know is which of
 *       the hidden counts are small.
 *   <li>What a total leaves over its parts, or a whole over its part, is a count too, though no figure shows it: where it is 1 to 5 it is
 *       protected like a hidden one, except that it can be 0.
 *   <li>A rate, mean or quantile is hidden where a count that it rests on is hidden.
 * </ol>
 *
 * <p>Five numbers, and not the numbers 1 to 5 themselves: where three hidden counts have a hidden total, everybody can tell
 * that the total is 3 or more, whatever else is hidden.
 *
 * <p>The protection is proven: every hidden count comes with two tables of whole numbers that print alike and in which it is at
 * least 4 apart. Further counts are few: none of them can be shown again without a hidden count losing its proof. Proofs are looked for
 * by linear programming over all counts that hang together, in a limited number of steps, so that a far-reaching proof can be missed and a
 * count be hidden that might have been shown; what is found is checked in whole numbers. It is not promised that no other
 * choice has fewer, which is NP-hard to find (Kelly, Golden and Assad, Cell suppression: disclosure protection for sensitive
 * tabular data, Networks 22, 1992; Fischetti and Salazar, Models and algorithms for the cell suppression problem, 2001).
 */
@NullMarked
package org.cafcass.metrics.disclosure;

import org.jspecify.annotations.NullMarked;
