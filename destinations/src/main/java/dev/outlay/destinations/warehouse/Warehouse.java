package dev.outlay.destinations.warehouse;

import dev.outlay.destination.Guarantee;
import dev.outlay.destinations.sql.Spelling;
import dev.outlay.destinations.sql.Times;
import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure.KeepFailed;
import dev.outlay.table.Column;
import dev.outlay.table.Type;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A warehouse: slow to answer one statement and good at large ones. All methods throw {@link
 * KeepFailed}, with its name and without passwords. Safe for use by many threads.
 */
public interface Warehouse extends Spelling {
  /** For failures, without a password. */
  String name();

  /** What {@link #apply} makes of several statements. */
  Guarantee guarantee();

  /** The type of a column, as it is declared and remembered. */
  String type(Type type);

  /** A table of that name where all are, as statements name it. */
  String table(String name);

  /** The columns of a table in lower case; none where there is no such table. */
  Set<String> columns(String table);

  /**
   * Makes a table.
   *
   * @param passing whether it is there for one load alone
   */
  void create(String table, List<Column> columns, boolean passing);

  /** Adds a column, empty in the rows that are there. */
  void add(String table, Column column);

  /** Drops a table, where it is there. */
  void drop(String table);

  /** The tables whose names begin so and that do not go by themselves. */
  List<String> named(String prefix);

  /** A row as {@link #load} wants it, in one line. */
  String row(List<Column> columns, @Nullable Object[] cells);

  /** Puts rows into a table that is empty. */
  void load(String table, List<Column> columns, Lines rows);

  /** A small answer, as texts. */
  List<List<@Nullable String>> ask(String tried, String sql);

  /** Changes rows: all statements or none, where it promises that; else one after the other. */
  void apply(String tried, List<String> statements);

  /** Ends what is held open there; nothing is asked afterwards. */
  void close();

  @Override
  default String name(String name) {
    return '`' + name.replace("`", "``") + '`';
  }

  @Override
  default String text(String text) {
    String escaped = text.replace("\\", "\\\\").replace("'", "\\'");
    return "'" + escaped.replace("\n", "\\n").replace("\r", "\\r") + "'";
  }

  @Override
  default String instant(Instant at) {
    return "TIMESTAMP '" + Times.utc(at) + "+00:00'";
  }

  /** A failure in words. */
  default KeepFailed because(String tried, String came, String advice, Throwable... cause) {
    return new KeepFailed(Attempt.to(tried, name(), ""), came, advice, cause);
  }
}
