package dev.outlay.destinations.sql;

import static java.util.stream.Collectors.joining;

import dev.outlay.table.Column;
import dev.outlay.table.Type;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** How one database is spoken to. Everything that is the same in most of them has a default. */
public interface Dialect extends Spelling {
  /** Opens a session, in which nothing is committed by itself, and whose time zone is UTC. */
  Connection connect() throws SQLException;

  /** The type of a column. */
  String type(Type type);

  /** The type of a column that alone is the key, where that has to be another. */
  default String keyType(Type type) {
    return type(type);
  }

  /** What is promised of a column that alone is the key, behind the columns. */
  default String unique(Column key) {
    return ", PRIMARY KEY (" + name(key.name()) + ")";
  }

  /**
   * Rows on their way into a stage, many at once.
   *
   * @param stage the name as it was given to {@link #stage}
   */
  default Bulk bulk(Connection session, String stage, List<Column> columns) throws SQLException {
    return new Batch(this, session, staged(stage), columns);
  }

  /** A cell as a parameter of a prepared statement. */
  default Object parameter(Object cell, Type type) {
    return cell;
  }

  /** A table of that name, in the schema where all are. */
  default String table(String name) {
    return name(name);
  }

  /** Whether two values are the same, nulls too. */
  default String same(String one, String other) {
    return one + " IS NOT DISTINCT FROM " + other;
  }

  /** Deletes the rows of a table for which there is a row in a stage. */
  default String delete(String table, String stage, String where) {
    return "DELETE FROM %s WHERE EXISTS (SELECT 1 FROM %s WHERE %s)".formatted(table, stage, where);
  }

  /** Makes a table for this session alone. */
  default String stage(String name, List<Column> columns) {
    return "CREATE TEMPORARY TABLE " + name(name) + " (" + declared(columns) + ")";
  }

  /** Columns as they are declared. */
  default String declared(List<Column> columns) {
    boolean one = columns.stream().filter(Column::key).count() == 1;
    return columns.stream()
        .map(column ->
            name(column.name())
                + " "
                + (one && column.key() ? keyType(column.type()) : type(column.type())))
        .collect(joining(", "));
  }

  /** Columns by name, in brackets. */
  default String names(List<Column> columns) {
    return columns.stream().map(column -> name(column.name())).collect(joining(", ", " (", ")"));
  }

  /** The same table, as it is named in statements. */
  default String staged(String name) {
    return name(name);
  }

  /**
   * All rows of a stage are there and will be looked for by their key: the moment for an index, or
   * to tell the planner how much there is.
   */
  default void complete(Connection session, String stage, List<Column> key) throws SQLException {}

  /** From here to the end of the transaction nobody else changes what we keep there. */
  void lock(Connection session) throws SQLException;

  /** The session that took the lock is closed; for locks that are not the session's own. */
  default void unlock() {}

  /** Whether it says that there is no such table. */
  boolean isMissing(SQLException e);

  /** What it says, in our words; {@link Words#of} knows the codes of the standard. */
  default Words words(SQLException e) {
    return Words.of(e);
  }
}
