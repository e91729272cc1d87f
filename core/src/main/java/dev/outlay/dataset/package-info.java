/** How a dataset is declared, and the seam of everything that can be read. */
@NullMarked
package dev.outlay.dataset;

import org.jspecify.annotations.NullMarked;
