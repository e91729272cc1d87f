/** The organisations' keys and settings: where they come from, testing, adding, changing them. */
@NullMarked
package dev.outlay.connection;

import org.jspecify.annotations.NullMarked;
