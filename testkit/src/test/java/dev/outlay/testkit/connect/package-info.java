/** The step, driven by Kafka Connect instead of the loop. */
@NullMarked
package dev.outlay.testkit.connect;

import org.jspecify.annotations.NullMarked;
