/** Faults by script: which request, and what goes wrong with it. */
@NullMarked
package dev.outlay.simulator.fault;

import org.jspecify.annotations.NullMarked;
