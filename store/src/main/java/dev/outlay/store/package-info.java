/** The embedded store. */
@NullMarked
package dev.outlay.store;

import org.jspecify.annotations.NullMarked;
