/** The places rows are passed on to: one file for each. */
@NullMarked
package dev.outlay.destinations;

import org.jspecify.annotations.NullMarked;
