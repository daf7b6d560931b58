/** Board pack and command line. */
@NullMarked
package org.cafcass.report;

import org.jspecify.annotations.NullMarked;
