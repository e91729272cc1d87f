/** The whole program against the simulator: given, when, then. */
@NullMarked
package dev.outlay.story;

import org.jspecify.annotations.NullMarked;
