package dev.outlay.store;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row of a small answer that is held in memory. Cells by position, from 0; whoever wrote the
 * SQL knows which is which.
 */
public final class Line {
  /** Between the parts of a text that stands for a list, as {@link #texts} reads it. */
  public static final String BETWEEN = "\u001f";

  private final @Nullable Object[] cells;

  private Line(@Nullable Object[] cells) {
    this.cells = cells;
  }

  /** The whole answer; as {@link Answers#query}. */
  public static List<Line> of(Answers answers, String sql) {
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
    return lines;
  }

  public Optional<String> text(int i) {
    return cell(i, String.class);
  }

  /** The text, which the SQL promises. */
  public String name(int i) {
    return text(i).orElseThrow();
  }

  /** The parts of a text joined by {@link #BETWEEN}; none where it is null or empty. */
  public List<String> texts(int i) {
    return text(i)
        .filter(text -> !text.isEmpty())
        .map(text -> List.of(text.split(BETWEEN, -1)))
        .orElse(List.of());
  }

  public Optional<Instant> instant(int i) {
    return cell(i, Instant.class);
  }

  public Optional<LocalDate> day(int i) {
    return cell(i, LocalDate.class);
  }

  public Optional<BigDecimal> decimal(int i) {
    return cell(i, BigDecimal.class);
  }

  /** A whole number, exact; ArithmeticException beyond 64 bits. */
  public Optional<Long> number(int i) {
    return cell(i, Number.class)
        .map(number ->
            number instanceof BigInteger large ? large.longValueExact() : number.longValue());
  }

  public boolean is(int i) {
    return cell(i, Boolean.class).orElse(false);
  }

  private <T> Optional<T> cell(int i, Class<T> type) {
    return Optional.ofNullable(cells[i]).map(type::cast);
  }
}
