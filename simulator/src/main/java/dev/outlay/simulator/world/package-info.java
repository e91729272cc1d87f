/**
 * The simulated organisations: who is in them, what they used, what it cost; every figure a pure
 * function of seed and coordinates.
 */
@NullMarked
package dev.outlay.simulator.world;

import org.jspecify.annotations.NullMarked;
