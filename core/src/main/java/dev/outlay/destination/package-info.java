/** The seam of everything that can keep rows. */
@NullMarked
package dev.outlay.destination;

import org.jspecify.annotations.NullMarked;
