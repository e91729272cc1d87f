/** The running program: its settings and how its parts are put together. */
@NullMarked
package dev.outlay.app;

import org.jspecify.annotations.NullMarked;
