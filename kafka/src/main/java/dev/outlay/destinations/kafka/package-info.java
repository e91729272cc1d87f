/** Kafka: one compacted topic a table, one transaction a load. */
@NullMarked
package dev.outlay.destinations.kafka;

import org.jspecify.annotations.NullMarked;
