/** The read side of the Admin API: parameters, paging, errors and bodies. */
@NullMarked
package dev.outlay.simulator.api;

import org.jspecify.annotations.NullMarked;
