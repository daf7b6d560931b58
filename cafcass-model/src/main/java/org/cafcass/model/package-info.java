/**
 * The values of a family-court advisory service: {@link org.cafcass.model.ChildrensCase a children's case}, {@link
 * org.cafcass.model.Child a child}, {@link org.cafcass.model.Adviser an adviser} and the other rows of a case system's
 * export, with their identifiers and code words.
 */
@NullMarked
@CafcassStyle
package org.cafcass.model;

import org.jspecify.annotations.NullMarked;
