/** How a run looks while it goes on and when it is over. */
@NullMarked
package dev.outlay.cli.progress;

import org.jspecify.annotations.NullMarked;
