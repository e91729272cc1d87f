/** How a dataset is declared. */
@NullMarked
package dev.outlay.dataset;

import org.jspecify.annotations.NullMarked;
