package dev.outlay.quality;

import java.time.Instant;
import java.util.Optional;

/**
 * A value that turned out to be another one.
 *
 * @param knownFrom when that was seen
 * @param dataset the table
 * @param what which row, in words
 * @param time of the row, where it has one
 * @param column which value; empty where the whole row vanished
 * @param before what was believed until then; empty for null
 * @param after what is believed since; empty for null and for a row that vanished
 * @param vanished whether the row was gone
 */
public record Revision(
    Instant knownFrom,
    String connection,
    String dataset,
    String what,
    Optional<Instant> time,
    Optional<String> column,
    Optional<String> before,
    Optional<String> after,
    boolean vanished) {}
