package dev.outlay.destinations.file;

import dev.outlay.table.Series;

/**
 * How far a series is known.
 *
 * @param checkpoint as {@link dev.outlay.destination.CheckpointJson} writes it
 */
public record Known(String connection, Series series, String checkpoint) {
  boolean isOf(String otherConnection, Series otherSeries) {
    return connection.equals(otherConnection) && series.equals(otherSeries);
  }
}
