package dev.outlay.cli.output;

import dev.outlay.store.ResultSink;
import dev.outlay.store.ResultSink.ResultColumn;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A result with everything that is hard to show. */
final class Sample {
  private Sample() {}

  static final List<ResultColumn> COLUMNS =
      List.of(
          new ResultColumn("name", "VARCHAR"),
          new ResultColumn("tokens", "BIGINT"),
          new ResultColumn("total", "HUGEINT"),
          new ResultColumn("amount_usd", "DECIMAL(38,20)"),
          new ResultColumn("at", "TIMESTAMP WITH TIME ZONE"),
          new ResultColumn("day", "DATE"),
          new ResultColumn("tags", "JSON"),
          new ResultColumn("ok", "BOOLEAN"),
          new ResultColumn("name", "VARCHAR"));

  static final List<@Nullable Object[]> ROWS =
      List.of(
          row("plain", 9007199254740993L, "0.00100000000000000001", "{\"a\":\n1}", true),
          row("日本語 \"quoted\", | and *starred*", -1234L, "-1234567.5", "[1,2]", false),
          row("e\u0301le\u0300ve 👩‍💻", 0L, "0.00000000000000000000", "null", null),
          row("\u001b[2Jcleared\nline\tand \u009b31m\u202ereversed", 1L, "12", "\"\"", true),
          new @Nullable Object[] {null, null, null, null, null, null, null, null, ""});

  static Consumer<ResultSink> all() {
    return sink -> {
      sink.columns(COLUMNS);
      ROWS.forEach(sink::row);
    };
  }

  static Consumer<ResultSink> text(String name, String... cells) {
    return sink -> {
      sink.columns(List.of(new ResultColumn(name, "VARCHAR")));
      Stream.of(cells).forEach(cell -> sink.row(new @Nullable Object[] {cell}));
    };
  }

  static Consumer<ResultSink> numbers(int rows) {
    return sink -> {
      sink.columns(List.of(new ResultColumn("n", "BIGINT")));
      IntStream.range(0, rows).forEach(i -> sink.row(new @Nullable Object[] {(long) i}));
    };
  }

  private static @Nullable Object[] row(
      String name, long tokens, String usd, String tags, @Nullable Boolean ok) {
    return new @Nullable Object[] {
      name,
      tokens,
      BigInteger.valueOf(tokens).pow(2),
      new BigDecimal(usd),
      Instant.parse("2026-11-20T23:59:59.000001Z"),
      LocalDate.parse("2026-11-20"),
      tags,
      ok,
      "second"
    };
  }
}
