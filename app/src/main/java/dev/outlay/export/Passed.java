package dev.outlay.export;

import dev.outlay.destination.Changes;
import dev.outlay.failure.Failure;
import java.util.Optional;

/**
 * What came of passing on one table of one connection.
 *
 * @param table its name
 * @param connection the connection's name
 * @param how what was done, or would be
 * @param rows rows that were sent, or would be
 * @param changes what they changed there
 * @param failure why not, where it failed
 */
public record Passed(
    String table,
    String connection,
    How how,
    long rows,
    Changes changes,
    Optional<Failure> failure) {
  /** What was done. */
  public enum How {
    /** The place is current. */
    NOTHING,
    /** What changed was sent. */
    CHANGES,
    /** All rows were sent, and compared there. */
    FILL,
    /** Rows of a connection that is gone were taken away. */
    CLEAR
  }

  static Passed nothing(String table, String connection) {
    return new Passed(table, connection, How.NOTHING, 0, Changes.NONE, Optional.empty());
  }

  static Passed failed(String table, String connection, How how, Failure failure) {
    return new Passed(table, connection, how, 0, Changes.NONE, Optional.of(failure));
  }

  Passed with(Changes came) {
    return new Passed(table, connection, how, rows, came, failure);
  }

  Passed clearing(Changes came) {
    return new Passed(table, connection, How.CLEAR, 0, came, failure);
  }

  /** Whether anything is other there than before. */
  public boolean wrote() {
    return changes.added() + changes.changed() + changes.closed() > 0;
  }
}
