/** How asks are answered: which rows are read, how they are added, what is known of the rest. */
@NullMarked
package dev.outlay.ask.engine;

import org.jspecify.annotations.NullMarked;
