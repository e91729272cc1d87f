/** The seam of everything that can be read. */
@NullMarked
package dev.outlay.source;

import org.jspecify.annotations.NullMarked;
