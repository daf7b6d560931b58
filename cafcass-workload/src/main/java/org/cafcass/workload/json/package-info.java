/** Reading of JSON documents that names every fault by where it stands. */
@NullMarked
package org.cafcass.workload.json;

import org.jspecify.annotations.NullMarked;
