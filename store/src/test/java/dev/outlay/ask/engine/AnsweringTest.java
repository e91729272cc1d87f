package dev.outlay.ask.engine;

import static dev.outlay.ask.engine.Ledger.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outlay.ask.Answer;
import dev.outlay.ask.Answer.Note;
import dev.outlay.ask.Answer.Row;
import dev.outlay.ask.Ask;
import dev.outlay.ask.AskFault;
import dev.outlay.ask.BeyondReach;
import dev.outlay.ask.Explained;
import dev.outlay.ask.Figure;
import dev.outlay.ask.Group;
import dev.outlay.ask.Measure;
import dev.outlay.ask.Reach;
import dev.outlay.ask.catalogue.Everything;
import dev.outlay.price.PriceBook;
import dev.outlay.store.Answers;
import dev.outlay.store.ResultSink;
import dev.outlay.table.Series;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of three days of a small organisation: billed to the 20th, used to noon of the 21st. */
class AnsweringTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Series COST =
      new Series("cost_report", "1d", "description,workspace_id", "", "");

  @TempDir private Path folder;
  Ledger ledger;

  @BeforeEach
  void fill() {
    ledger = new Ledger(folder);
    bill("100", "2026-11-20T07:00:00Z");
    bill("250", "2026-11-21T07:00:00Z");
    ledger
        .row(use("2026-11-20", "claude-opus-5-5", "wrkspc_1", 3_000_000))
        .row(use("2026-11-21", "claude-opus-5-5", "wrkspc_1", 1_000_000))
        .row(use("2026-11-21", "never-heard-of", "wrkspc_2", 77))
        .keep(
            new Series("usage_report", "1d", Ledger.SPEND, "", ""),
            "2026-11-18",
            "2026-11-22",
            "2026-11-19",
            "2026-11-21T12:00:00Z");
    ledger
        .row(Map.of("id", "wrkspc_1", "name", "Research", "type", "workspace"))
        .keep(Series.of("workspaces"), "", "", "", "2026-11-21T12:00:00Z");
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void whatIsNotBilledYetIsEstimated() {
    Answer answer = ask("measures=cost&grain=day&period=3d");
    assertThat(values(answer)).containsExactly("0", "2.5", "4");
    assertThat(answer.rows()).extracting(Row::estimated).containsExactly(false, false, true);
    assertThat(answer.rows()).extracting(Row::provisional).containsExactly(false, true, true);
    assertThat(answer.notes()).extracting(Note::code).contains("estimated", "unpriced", "assumed");
    assertThat(answer.missing()).isEmpty();
    assertThat(answer.totals().partial()).isTrue();
  }

  @Test
  void anUnknownPriceIsUnknown() {
    Answer answer = ask("measures=estimated_cost,tokens&by=model&period=today");
    assertThat(answer.rows().getLast().groups())
        .containsExactly(new Group("never-heard-of", "never-heard-of"));
    assertThat(answer.rows().getLast().values()).containsExactly(null, 77L);
  }

  @Test
  void idsHaveNamesAndNullsToo() {
    Answer answer = ask("measures=cost&by=workspace&period=2026-11-20..2026-11-20");
    assertThat(answer.rows().getFirst().groups())
        .containsExactly(new Group("wrkspc_1", "Research"));
    assertThat(
            ask("measures=cost&by=model&where=workspace = Research&period=2026-11-20..2026-11-20")
                .rows())
        .hasSize(2)
        .anySatisfy(
            row -> assertThat(row.groups()).containsExactly(new Group(null, "Not a token cost")));
  }

  @Test
  void daysOfTheBillStayUtcAndSaySo() {
    Answer answer = ask("measures=cost&grain=day&period=2026-11-20..2026-11-20&zone=Asia/Tokyo");
    assertThat(values(answer)).containsExactly("2.5");
    assertThat(answer.rows().getFirst().time()).contains(Instant.parse("2026-11-19T15:00:00Z"));
    assertThat(answer.notes()).extracting(Note::code).contains("utc_days");
  }

  @Test
  void whatWasNotCollectedIsMissing() {
    Answer answer = ask("measures=cost,tokens&grain=day&period=2026-11-16..2026-11-20");
    assertThat(answer.missing())
        .extracting(each -> each.dataset() + " " + each.from() + " " + each.to())
        .contains("usage_report 2026-11-16T00:00:00Z 2026-11-18T00:00:00Z");
    assertThat(answer.rows()).hasSize(3);
    assertThat(ask("measures=cost&period=3d&compare=previous").totals().previous())
        .containsOnlyNulls();
  }

  @Test
  void aFigureSaysHowItCameToBe() {
    Ask ask = of("measures=cost,tokens&by=workspace&grain=day&period=3d");
    Explained explained =
        asking()
            .explain(
                ask,
                new Figure("cost", Optional.of(day("2026-11-20")), List.of("wrkspc_1")),
                Reach.ALL);
    assertThat(explained.value().map(Object::toString).orElse("")).startsWith("2.5");
    assertThat(explained.revisions())
        .extracting(each ->
            each.knownFrom()
                + " "
                + each.value()
                    .map(n -> new BigDecimal(n.toString()).stripTrailingZeros().toPlainString())
                    .orElse("?"))
        .containsExactly("2026-11-20T00:00:00Z 1", "2026-11-21T00:00:00Z 2.5");
    assertThat(explained.ask().query())
        .contains("period=2026-11-20..2026-11-20")
        .contains("where=workspace");
    assertThat(
            asking()
                .explain(
                    ask,
                    new Figure("cost", Optional.of(day("2026-11-21")), List.of("wrkspc_1")),
                    Reach.ALL)
                .prices())
        .anySatisfy(price -> assertThat(price.usdPerMillion()).isEqualByComparingTo("4"));
  }

  @Test
  void whatWasBelievedThenIsNotMadeBetter() {
    assertThat(values(ask("measures=cost&period=3d&as_of=2026-11-20"))).containsExactly("1");
    assertThat(ask("measures=cost&period=3d&as_of=2026-11-10").totals().values())
        .containsOnlyNulls();
  }

  @Test
  void whoMaySeeSomeWorkspacesSeesThose() {
    Reach one = Reach.of(Set.of("wrkspc_2"));
    StoreAsking asking = asking();
    assertThat(asking.answer(of("measures=tokens&by=workspace&period=3d"), one).totals().values())
        .containsExactly(77L);
    assertThat(asking.values("workspace", "", 10, one))
        .extracting(Group::id)
        .containsExactly("wrkspc_2");
    assertThatThrownBy(() -> asking.answer(of("measures=sessions&period=3d"), one))
        .isInstanceOf(BeyondReach.class);
  }

  @Test
  void whatCannotBeAnsweredSaysWhatWould() {
    fault("measures=tokens&grain=hour&period=24h", "usage.1h.cuts");
    fault("measures=tokens&by=api_key,inference_geo&period=7d", "add [api_key_id, inference_geo]");
    fault("measures=cost&by=tool&period=7d", "cost is not known by tool");
    fault("measures=cost&grain=hour&period=24h", "by day only");
    fault("measures=sessions&period=7d", "run " + place().filled());
    fault("measures=cots&period=7d", "did you mean cost?");
    fault("measures=cost&by=modle&period=7d", "did you mean model?");
    fault("measures=cost&order=tokens&period=7d", "unknown order tokens");
  }

  @Test
  void valuesAreFoundByName() {
    StoreAsking asking = asking();
    assertThat(asking.values("workspace", "ese", 10, Reach.ALL))
        .containsExactly(new Group("wrkspc_1", "Research"));
    assertThat(asking.values("model_family", "", 10, Reach.ALL))
        .extracting(Group::id)
        .contains("opus");
  }

  @Test
  void nothingBecomesABinaryFraction() {
    List<String> types = new ArrayList<>();
    for (Measure measure : Everything.CATALOGUE.measures()) {
      try {
        asking(watched(types))
            .answer(
                of("measures=" + measure.name() + "&by=model,workspace&grain=day&period=3d"),
                Reach.ALL);
      } catch (AskFault _) {
        // Of what this store does not have, nothing is read.
      }
    }
    assertThat(types).isNotEmpty().noneMatch(type -> type.matches("DOUBLE|FLOAT|REAL"));
  }

  private Answers watched(List<String> types) {
    Answers all = answers();
    return new Answers() {
      @Override
      public void query(String sql, ResultSink sink) {
        all.query(
            sql,
            new ResultSink() {
              @Override
              public void columns(List<ResultColumn> columns) {
                columns.forEach(column -> types.add(column.type()));
                sink.columns(columns);
              }

              @Override
              public void row(@Nullable Object[] cells) {
                sink.row(cells);
              }
            });
      }

      @Override
      public void close() {}
    };
  }

  private void bill(String cents, String now) {
    ledger
        .row(
            Map.of(
                "bucket_start",
                day("2026-11-20"),
                "bucket_end",
                day("2026-11-21"),
                "workspace_id",
                "wrkspc_1",
                "description",
                "Tokens",
                "model",
                "claude-opus-5-5",
                "currency",
                "USD",
                "amount_cents",
                new BigDecimal(cents).subtract(BigDecimal.ONE),
                "amount_usd",
                new BigDecimal(cents).subtract(BigDecimal.ONE).movePointLeft(2)))
        .row(
            Map.of(
                "bucket_start",
                day("2026-11-20"),
                "bucket_end",
                day("2026-11-21"),
                "workspace_id",
                "wrkspc_1",
                "description",
                "Search",
                "currency",
                "USD",
                "amount_cents",
                BigDecimal.ONE,
                "amount_usd",
                new BigDecimal("0.01")))
        .keep(COST, "2026-11-18", "2026-11-21", "2026-11-20", now);
  }

  private static Map<String, Object> use(String day, String model, String workspace, long tokens) {
    Map<String, Object> cells = new LinkedHashMap<>();
    cells.put("bucket_start", day(day));
    cells.put("bucket_end", day(day).plusSeconds(86_400));
    cells.put("bucket_width", "1d");
    cells.put("grouped_by", Ledger.SPEND);
    cells.put("model", model);
    cells.put("workspace_id", workspace);
    cells.put("service_tier", "standard");
    cells.put("context_window", "0-200k");
    cells.put("uncached_input_tokens", tokens);
    for (String none :
        List.of(
            "cache_read_input_tokens",
            "cache_creation_5m_input_tokens",
            "cache_creation_1h_input_tokens",
            "output_tokens",
            "web_search_requests")) {
      cells.put(none, 0L);
    }
    return cells;
  }

  StoreAsking asking() {
    return asking(answers());
  }

  /** Who runs the queries. */
  Answers answers() {
    return ledger.store().reads();
  }

  Place place() {
    return Place.STORE;
  }

  private StoreAsking asking(Answers answers) {
    return new StoreAsking(
        answers,
        place(),
        Everything.CATALOGUE,
        new BookPrices(PriceBook.shipped()),
        InstantSource.fixed(NOW),
        () -> 7);
  }

  Answer ask(String query) {
    return asking().answer(of(query), Reach.ALL);
  }

  void fault(String query, String says) {
    assertThatThrownBy(() -> ask(query))
        .as(query)
        .isInstanceOf(AskFault.class)
        .hasMessageContaining(says);
  }

  static Ask of(String query) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String part : query.split("&")) {
      texts.put(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1));
    }
    return Ask.of(texts);
  }

  private static List<String> values(Answer answer) {
    return answer.rows().stream()
        .map(row ->
            new BigDecimal(String.valueOf(row.values().getFirst()))
                .stripTrailingZeros()
                .toPlainString())
        .toList();
  }
}
