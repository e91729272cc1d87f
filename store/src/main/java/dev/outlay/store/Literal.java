package dev.outlay.store;

import dev.outlay.table.Scope;
import dev.outlay.table.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Values as SQL text, for questions put to {@link Answers}. Constants, not parameters: DuckDB
 * prunes by them when planning.
 */
public final class Literal {
  private Literal() {}

  public static String of(@Nullable String text) {
    return text == null ? "NULL::VARCHAR" : Sql.text(text);
  }

  public static String of(Instant instant) {
    return Sql.instant(instant);
  }

  /** A name as it is written. */
  public static String name(String name) {
    return Sql.name(name);
  }

  /** The rows of a scope as a condition; {@code TRUE} for all. */
  public static String where(Scope scope, Table table) {
    return Sql.where(scope, table);
  }
}
