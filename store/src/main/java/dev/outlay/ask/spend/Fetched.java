package dev.outlay.ask.spend;

import dev.outlay.store.Answers;
import dev.outlay.store.ResultSink;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A small result, held in memory. */
record Fetched(List<Line> lines) {
  /** One row; cells by position. */
  static final class Line {
    private final @Nullable Object[] cells;

    private Line(@Nullable Object[] cells) {
      this.cells = cells;
    }

    boolean isNull(int i) {
      return cells[i] == null;
    }

    <T> Optional<T> get(int i, Class<T> type) {
      return Optional.ofNullable(cells[i]).map(type::cast);
    }

    Optional<String> text(int i) {
      return get(i, String.class);
    }

    Optional<LocalDate> day(int i) {
      return get(i, LocalDate.class);
    }

    Instant instant(int i) {
      return get(i, Instant.class).orElseThrow();
    }

    /** Cents as units; the digits stay, the point moves. */
    Optional<BigDecimal> units(int i) {
      return get(i, BigDecimal.class).map(cents -> cents.movePointLeft(2));
    }
  }

  static Fetched of(Answers answers, String sql) {
    List<Line> lines = new ArrayList<>();
    answers.query(
        sql,
        new ResultSink() {
          @Override
          public void columns(List<ResultColumn> columns) {
            // Whoever wrote the SQL knows them.
          }

          @Override
          public void row(@Nullable Object[] cells) {
            lines.add(new Line(cells));
          }
        });
    return new Fetched(lines);
  }

  <T> List<T> map(Function<Line, T> reader) {
    return lines.stream().map(reader).toList();
  }
}
