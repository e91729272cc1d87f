package dev.outlay.shape.focus;

import dev.outlay.price.PriceBook;
import dev.outlay.store.SchemaStore;
import dev.outlay.table.Column;
import dev.outlay.table.Rows;
import dev.outlay.table.Span;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A store with lines of a bill and the usage behind them, and what becomes of it. */
public final class Bill implements AutoCloseable {
  public static final String SPEND = "api_key_id,context_window,model,service_tier,workspace_id";
  public static final String PLACE = "inference_geo,model,service_tier,speed,workspace_id";
  static final String WHO = "account_id,api_key_id,model,service_account_id,workspace_id";

  private final SchemaStore store = new SchemaStore();
  private PriceBook prices = PriceBook.shipped();

  /** One row of the data set, cells by the names of their columns. */
  public record Row(Map<String, Object> cells) {
    public @Nullable Object get(String column) {
      return cells.get(column);
    }

    String text(String column) {
      return String.valueOf(cells.get(column));
    }

    BigDecimal decimal(String column) {
      Object cell = cells.get(column);
      if (cell == null) {
        throw new AssertionError(column + " is null in " + cells);
      }
      return (BigDecimal) cell;
    }
  }

  public SchemaStore store() {
    return store;
  }

  Bill at(String discounts) {
    prices = PriceBook.shipped().with("own.yml", new StringReader(discounts));
    return this;
  }

  /** A line of the bill; what is not said is as usual, and nothing is null. */
  public Bill line(String day, String usd, Map<String, String> said) {
    Map<String, Object> cells = new HashMap<>();
    cells.put("bucket_start", day + "T00:00:00Z");
    cells.put("bucket_end", Instant.parse(day + "T00:00:00Z").plus(Duration.ofDays(1)).toString());
    cells.put("cost_type", "tokens");
    cells.put("model", "claude-opus-5-5");
    cells.put("token_type", "output_tokens");
    cells.put("service_tier", "standard");
    cells.put("context_window", "0-200k");
    cells.put("inference_geo", "global");
    cells.put("currency", "USD");
    cells.put("amount_usd", new BigDecimal(usd));
    cells.put("amount_cents", new BigDecimal(usd).movePointRight(2));
    said.forEach((name, value) -> {
      cells.put(name, value);
      cells.values().remove("");
    });
    store.add("cost_report", cells);
    return this;
  }

  /** A line that is not of tokens. */
  public Bill other(String day, String usd, @Nullable String costType, String workspace) {
    Map<String, String> said = new HashMap<>();
    List.of("model", "token_type", "service_tier", "context_window", "inference_geo")
        .forEach(name -> said.put(name, ""));
    said.put("cost_type", costType == null ? "" : costType);
    said.put("workspace_id", workspace);
    said.put("description", costType + " usage");
    return line(day, usd, said);
  }

  /** Usage of a cut; what the cut does not have is left out. */
  public Bill use(String cut, String day, Map<String, ?> said) {
    Map<String, Object> cells = new HashMap<>();
    cells.put("bucket_start", day + "T00:00:00Z");
    cells.put("bucket_end", Instant.parse(day + "T00:00:00Z").plus(Duration.ofDays(1)).toString());
    cells.put("bucket_width", "1d");
    cells.put("grouped_by", cut);
    Map<String, String> usual =
        Map.of(
            "model", "claude-opus-5-5",
            "service_tier", "standard",
            "context_window", "0-200k",
            "inference_geo", "global",
            "speed", "standard");
    usual.forEach((name, value) -> {
      if (List.of(cut.split(",")).contains(name)) {
        cells.put(name, value);
      }
    });
    List.of(
            "uncached_input_tokens",
            "cache_read_input_tokens",
            "cache_creation_5m_input_tokens",
            "cache_creation_1h_input_tokens",
            "output_tokens",
            "web_search_requests")
        .forEach(name -> cells.put(name, 0));
    cells.putAll(said);
    store.add("usage_report", cells);
    return this;
  }

  /** Cost was read for that time. */
  public Bill billed(String from, String to, String settledTo) {
    return covered("cost_report", "description,workspace_id", "", from, to, settledTo);
  }

  /** Usage was read for that time. */
  public Bill used(String cut, String from, String to, String settledTo) {
    return covered("usage_report", cut, "", from, to, settledTo);
  }

  Bill covered(
      String dataset, String cut, String filter, String from, String to, String settledTo) {
    store.add(
        "coverage",
        Map.of(
            "dataset",
            dataset,
            "bucket_width",
            "1d",
            "grouped_by",
            cut,
            "filter",
            filter,
            "span_start",
            from + "T00:00:00Z",
            "span_end",
            to + "T00:00:00Z",
            "read_at",
            to + "T00:00:00Z",
            "settled_to",
            settledTo + "T00:00:00Z"));
    return this;
  }

  List<Row> rows() {
    return rows(FocusVersion.V1_2, Optional.empty());
  }

  List<Row> rows(FocusVersion version, Optional<Span> period) {
    List<Row> all = new ArrayList<>();
    shape(version).rows(store, period, rows -> all.addAll(named(rows)));
    return all;
  }

  FocusTally tally() {
    return shape(FocusVersion.V1_2).rows(store, Optional.empty(), _ -> {});
  }

  /** The one row there is. */
  Row row() {
    List<Row> all = rows();
    if (all.size() != 1) {
      throw new AssertionError(all.size() + " rows, not one");
    }
    return all.getFirst();
  }

  public FocusShape shape(FocusVersion version) {
    return new FocusShape(prices, version, Provider.ANTHROPIC);
  }

  public FocusExport export(FocusVersion version) {
    return new FocusExport(store, shape(version));
  }

  private static List<Row> named(Rows rows) {
    List<String> names = rows.table().columns().stream().map(Column::name).toList();
    return rows.cells().stream().map(cells -> new Row(named(names, cells))).toList();
  }

  private static Map<String, Object> named(List<String> names, @Nullable Object[] cells) {
    Map<String, Object> all = new HashMap<>();
    for (int i = 0; i < cells.length; i++) {
      Object cell = cells[i];
      if (cell != null) {
        all.put(names.get(i), cell);
      }
    }
    return all;
  }

  @Override
  public void close() {
    store.close();
  }
}
