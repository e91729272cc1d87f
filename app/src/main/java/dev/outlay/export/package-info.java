/** Passes the store on to other places, and keeps them current. */
@NullMarked
package dev.outlay.export;

import org.jspecify.annotations.NullMarked;
