/** Against a real broker. */
@NullMarked
package dev.outlay.destinations.kafka;

import org.jspecify.annotations.NullMarked;
