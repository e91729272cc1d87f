package dev.outlay.ask.relation;

import static dev.outlay.ask.relation.Expr.column;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.ask.engine.Ledger;
import dev.outlay.ask.relation.Expr.Operation;
import dev.outlay.ask.relation.Relation.Named;
import dev.outlay.store.Answers;
import dev.outlay.store.ResultSink;
import dev.outlay.store.postgres.Exported;
import dev.outlay.store.postgres.Server;
import dev.outlay.table.Series;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every expression comes to the same in every dialect, to the type. */
class DialectTest {
  private static final String ODD = "it's \\ \\' \"odd\" ? {d '2026-01-01'} %";
  private static final Expr SECONDS = new Expr.Seconds(column("bucket_start"));
  private static final Expr TOKENS = column("output_tokens");
  private static final Expr NOTHING = new Expr.Sum(choice(new Expr.Any(List.of()), TOKENS));

  @TempDir private Path folder;
  private Ledger ledger;
  private Answers postgres;

  @BeforeEach
  void fill() throws SQLException {
    Server server = Server.running();
    String schema = server.schema();
    ledger = new Ledger(folder);
    use("1970-01-01T00:00:00Z", "one", 7L);
    use("2026-11-20T23:59:59.999999Z", ODD, Long.MAX_VALUE);
    use("2026-11-20T23:59:59Z", null, Long.MAX_VALUE);
    use("2099-12-31T12:00:00Z", "one", null);
    ledger.keep(
        new Series("usage_report", "1d", Ledger.SPEND, "", ""),
        "1970-01-01",
        "2100-01-01",
        "1970-01-01",
        "2026-11-21T12:00:00Z");
    new Exported(server, schema).of(ledger.store().reads());
    postgres = server.answers(schema);
  }

  private void use(String time, @Nullable String model, @Nullable Long tokens) {
    Map<String, Object> cells = new HashMap<>();
    cells.put("bucket_start", Instant.parse(time));
    cells.put("bucket_end", Instant.parse(time).plusSeconds(86_400));
    cells.put("bucket_width", "1d");
    cells.put("grouped_by", Ledger.SPEND);
    if (model != null) {
      cells.put("model", model);
    }
    if (tokens != null) {
      cells.put("output_tokens", tokens);
    }
    ledger.row(cells);
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void ofEachRow() {
    agree(
        List.of(
            column("bucket_start"),
            TOKENS,
            SECONDS,
            new Expr.Text(ODD),
            new Expr.Written(SECONDS),
            calculated(Operation.OVER, SECONDS, 3600),
            calculated(Operation.MODULO, SECONDS, 7),
            calculated(Operation.OVER, calculated(Operation.MINUS, SECONDS, 2_000_000_000), 1000),
            calculated(Operation.PLUS, SECONDS, Integer.MAX_VALUE),
            new Expr.DaySeconds(new Expr.Day(LocalDate.of(2099, 1, 1))),
            new Expr.Less(
                column("bucket_start"), new Expr.Time(Instant.parse("2026-11-21T00:00:00Z"))),
            new Expr.Equal(column("model"), ODD),
            new Expr.Sure(new Expr.Equal(column("model"), ODD)),
            new Expr.Among(column("model"), List.of("two", ODD)),
            new Expr.Not(new Expr.Among(column("model"), List.of("one", "with \0 in it"))),
            new Expr.Among(column("model"), List.of()),
            new Expr.Missing(column("model")),
            new Expr.Any(List.of()),
            choice(new Expr.Missing(column("model")), TOKENS)),
        List.of());
  }

  @Test
  void ofManyTogether() {
    Expr some = choice(new Expr.Missing(column("model")), TOKENS);
    agree(
        List.of(column("grouped_by")),
        List.of(
            new Expr.Rows(),
            new Expr.Sum(TOKENS),
            new Expr.Sum(some),
            new Expr.Sum(choice(new Expr.Any(List.of()), TOKENS)),
            together(new Expr.Sum(TOKENS), new Expr.Sum(some)),
            together(NOTHING, new Expr.Sum(some), NOTHING),
            together(NOTHING, NOTHING),
            new Expr.Minimum(column("bucket_start")),
            new Expr.Different(List.of(column("model"))),
            new Expr.Different(List.of(column("model"), column("bucket_width"))),
            new Expr.Different(List.of(column("model"), TOKENS))));
  }

  private static Expr calculated(Operation operation, Expr left, long right) {
    return new Expr.Calculated(operation, left, new Expr.Whole(right));
  }

  private static Expr together(Expr... values) {
    return new Expr.Together(List.of(values));
  }

  private static Expr choice(Expr when, Expr then) {
    return new Expr.Choice(List.of(new Expr.Branch(when, then)), List.of());
  }

  private void agree(List<Expr> keys, List<Expr> values) {
    Relation relation =
        new Relation.Grouped(
            new Relation.Scan("", "usage_report"), named("k", keys), named("v", values));
    List<List<@Nullable Object>> there = rows(postgres, new Postgres().sql(relation));
    assertThat(there)
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            rows(ledger.store().reads(), new DuckDb().sql(relation)));
  }

  private static List<Named> named(String prefix, List<Expr> exprs) {
    return IntStream.range(0, exprs.size())
        .mapToObj(i -> new Named(prefix + i, exprs.get(i)))
        .toList();
  }

  private static List<List<@Nullable Object>> rows(Answers answers, String sql) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    answers.query(
        sql,
        new ResultSink() {
          @Override
          public void columns(List<ResultColumn> columns) {
            assertThat(columns).extracting(ResultColumn::type).doesNotContain("DOUBLE", "FLOAT");
          }

          @Override
          public void row(@Nullable Object[] cells) {
            rows.add(new ArrayList<>(java.util.Arrays.asList(cells)));
          }
        });
    return rows;
  }
}
