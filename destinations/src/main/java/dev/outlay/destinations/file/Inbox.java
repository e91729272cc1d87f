package dev.outlay.destinations.file;

import static java.util.stream.Collectors.joining;

import dev.outlay.table.Column;
import dev.outlay.table.Rows;
import dev.outlay.table.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** Rows of one table that came so far: with their day, their page and a number each. */
final class Inbox implements AutoCloseable {
  static final String DAY = "outlay_day";
  static final String NUMBER = "outlay_n";
  private static final String PAGE = "outlay_page";

  private final Session session;
  private final String name;
  private final List<Slot> slots;
  private @Nullable DuckDBAppender appender;
  private long numbered;

  /**
   * @param name unique in the engine
   * @param kept the columns that are kept of each row
   */
  Inbox(Session session, String name, Table table, List<Column> kept, Optional<Field> day)
      throws SQLException {
    this.session = session;
    this.name = name;
    this.slots =
        Stream.concat(
                kept.stream().map(column -> Slot.of(table, column)),
                Stream.of(Slot.day(table, day)))
            .toList();
    session.run("CREATE TABLE " + name + " (" + columns(kept) + ")");
  }

  private static String columns(List<Column> kept) {
    return Stream.concat(
            kept.stream().map(Field::of).map(field -> field.quoted() + " " + field.type()),
            Stream.of(DAY + " DATE", PAGE + " BIGINT", NUMBER + " BIGINT"))
        .collect(joining(", "));
  }

  String name() {
    return name;
  }

  long rows() throws SQLException {
    return session.number("SELECT count(*) FROM " + name);
  }

  void add(int page, Rows rows) throws SQLException {
    DuckDBAppender to = open();
    for (@Nullable Object[] cells : rows.cells()) {
      to.beginRow();
      for (Slot slot : slots) {
        slot.fill(to, cells);
      }
      to.append((long) page);
      to.append(numbered++);
      to.endRow();
    }
  }

  void discard(int page) throws SQLException {
    finish();
    session.run("DELETE FROM " + name + " WHERE " + PAGE + " >= " + page);
  }

  /** All rows are with the engine afterwards. */
  void finish() throws SQLException {
    if (appender != null) {
      appender.close();
      appender = null;
    }
  }

  private DuckDBAppender open() throws SQLException {
    DuckDBAppender open = appender;
    if (open == null) {
      open = session.appender(name);
      appender = open;
    }
    return open;
  }

  @Override
  public void close() throws SQLException {
    finish();
    session.run("DROP TABLE IF EXISTS " + name);
  }
}
