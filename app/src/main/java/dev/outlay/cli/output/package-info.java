/** How a result is shown: one printer a format. */
@NullMarked
package dev.outlay.cli.output;

import org.jspecify.annotations.NullMarked;
