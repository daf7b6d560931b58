/** The command line {@code cafcass}: one class a command. */
@NullMarked
package org.cafcass.report.command;

import org.jspecify.annotations.NullMarked;
