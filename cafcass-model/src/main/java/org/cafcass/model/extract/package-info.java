/**
 * The extract: a case management system's tables, read, checked, held as columns and written.
 *
 * <p>{@link org.cafcass.model.extract.ExtractTable} declares the format, {@link
 * org.cafcass.model.extract.ExtractReader} reads an extract from a folder of CSV files, JSON or JDBC result sets, {@link
 * org.cafcass.model.extract.Extract} holds it, {@link org.cafcass.model.extract.ExtractWriter} writes it. Whatever the
 * way in, a row passes the same rules in the same order; one that breaks a rule is set aside with {@link
 * org.cafcass.model.extract.SetAsideReason a reason}, never guessed at and never lost.
 *
 * <p>The CSV parser is the package's own. The format's rules are narrower than those of the libraries tried (FastCSV
 * ends a line at a lone carriage return, which is data here; most decode every cell to a string first), and the files
 * are large: cells go from the file's bytes to numbers, without an object a row or a string a cell.
 */
@NullMarked
package org.cafcass.model.extract;

import org.jspecify.annotations.NullMarked;
