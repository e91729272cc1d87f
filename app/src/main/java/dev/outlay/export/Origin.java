package dev.outlay.export;

import dev.outlay.shape.Shape;
import dev.outlay.store.ConnectionRow;
import dev.outlay.table.Position;

/** Names what the numbers of a position are of: a store, a connection of it, and a form of rows. */
record Origin(String store) {
  private static final String BETWEEN = "/";

  Position at(ConnectionRow connection, Shape shape, long sequence) {
    return new Position(of(connection, shape), sequence);
  }

  /** Whether the place knows these very rows up to some load. */
  boolean knows(Position position, ConnectionRow connection, Shape shape) {
    return position.origin().equals(of(connection, shape));
  }

  /** Whether it was passed on from this store. */
  boolean isOurs(Position position) {
    return position.origin().startsWith(store + BETWEEN);
  }

  private String of(ConnectionRow connection, Shape shape) {
    return String.join(BETWEEN, store, connection.id(), shape.form());
  }
}
