/** The Admin API as a local server; shares no code with the rest of Outlay. */
@NullMarked
package dev.outlay.simulator;

import org.jspecify.annotations.NullMarked;
