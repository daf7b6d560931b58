/**
 * The measures worked out from their definitions alone, slowly and plainly: what the engine is held against. Nothing here
 * uses the engine, the library's statistics or its counting of working days.
 */
@NullMarked
package org.cafcass.metrics.oracle;

import org.jspecify.annotations.NullMarked;
