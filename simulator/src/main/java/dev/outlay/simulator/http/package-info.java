/**
 * A small HTTP/1.1 server that hands out every byte itself, so that faults can be put on the wire.
 */
@NullMarked
package dev.outlay.simulator.http;

import org.jspecify.annotations.NullMarked;
