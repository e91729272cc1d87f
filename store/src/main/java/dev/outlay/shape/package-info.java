/** Rows of the store as others want them: one table each, for any destination. */
@NullMarked
package dev.outlay.shape;

import org.jspecify.annotations.NullMarked;
