/**
 * The hot paths of the library, each measured beside what a user would pick instead, on the same data, the answers
 * compared before anything is timed.
 */
@NullMarked
package org.cafcass.benchmarks;

import org.jspecify.annotations.NullMarked;
