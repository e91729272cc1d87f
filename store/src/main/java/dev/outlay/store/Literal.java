package dev.outlay.store;

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
}
