package dev.outlay.ask.engine;

import dev.outlay.store.Answers;
import dev.outlay.store.ResultSink;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One row of a result; cells by position. */
final class Fetched {
  private final @Nullable Object[] cells;

  private Fetched(@Nullable Object[] cells) {
    this.cells = cells;
  }

  /**
   * Runs the query, then hands over its rows: what is done with them may ask for more, and whoever
   * answers would still be busy.
   */
  static void each(Answers answers, String sql, Consumer<Fetched> reader) {
    List<Fetched> rows = new ArrayList<>();
    answers.query(
        sql,
        new ResultSink() {
          @Override
          public void columns(List<ResultColumn> columns) {
            // Whoever wrote the SQL knows them.
          }

          @Override
          public void row(@Nullable Object[] cells) {
            rows.add(new Fetched(cells));
          }
        });
    rows.forEach(reader);
  }

  /** Texts from one place to before another. */
  List<@Nullable String> texts(int from, int to) {
    return Arrays.asList(Arrays.copyOfRange(cells, from, to, String[].class));
  }

  @Nullable String text(int i) {
    return (String) cells[i];
  }

  Optional<String> textIfAny(int i) {
    return Optional.ofNullable(text(i));
  }

  Optional<Instant> time(int i) {
    return Optional.ofNullable((Instant) cells[i]);
  }

  long whole(int i) {
    return cells[i] instanceof Number number ? number.longValue() : 0;
  }

  /** Exact; null is unknown. */
  @Nullable BigDecimal exact(int i) {
    return switch (cells[i]) {
      case null -> null;
      case BigDecimal decimal -> decimal;
      case BigInteger whole -> new BigDecimal(whole);
      case Long whole -> BigDecimal.valueOf(whole);
      default -> throw new IllegalStateException("not an exact number: " + cells[i]);
    };
  }
}
