/** How good the data is: how fresh, how whole, what changed afterwards. */
@NullMarked
package dev.outlay.quality;

import org.jspecify.annotations.NullMarked;
