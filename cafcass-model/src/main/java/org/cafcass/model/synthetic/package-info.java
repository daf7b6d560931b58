/**
 * Synthetic extracts: {@link org.cafcass.model.synthetic.SyntheticExtract made-up cases, children and staff}, the same for
 * the same seed, whose figures are those that a published board paper prints.
 */
@NullMarked
package org.cafcass.model.synthetic;

import org.jspecify.annotations.NullMarked;
