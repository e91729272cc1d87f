package dev.outlay.holder;

import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.catalogue.Datasets;
import dev.outlay.destination.Delivery;
import dev.outlay.destination.Load;
import dev.outlay.store.Store;
import dev.outlay.store.StoreSettings;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Covered;
import dev.outlay.table.Rows;
import dev.outlay.table.Scope;
import dev.outlay.table.Series;
import dev.outlay.table.Span;
import dev.outlay.table.Table;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fills a real store by hand, in the way collecting does. */
public final class CostFile implements AutoCloseable {
  private static final String CONNECTION = "c1";

  private final Store store;
  private final List<@Nullable Object[]> costs = new ArrayList<>();

  public CostFile(Path file) {
    store = Store.open(file, StoreSettings.DEFAULT);
    store.connect(Optional.of(CONNECTION), "acme", "org_1");
  }

  public Store store() {
    return store;
  }

  public CostFile cost(
      String day, @Nullable String model, @Nullable String workspace, String cents) {
    return cost(day, model, workspace, cents, "USD");
  }

  public CostFile cost(
      String day,
      @Nullable String model,
      @Nullable String workspace,
      String cents,
      @Nullable String currency) {
    Instant start = Instant.parse(day + "T00:00:00Z");
    BigDecimal amount = new BigDecimal(cents);
    Map<String, Object> known = new java.util.HashMap<>();
    known.put("bucket_start", start);
    known.put("bucket_end", start.plus(1, ChronoUnit.DAYS));
    known.put("description", "line " + costs.size());
    known.put("amount_cents", amount);
    if ("USD".equals(currency)) {
      known.put("amount_usd", amount.movePointLeft(2));
    }
    Optional.ofNullable(currency).ifPresent(value -> known.put("currency", value));
    Optional.ofNullable(model).ifPresent(value -> known.put("model", value));
    Optional.ofNullable(workspace).ifPresent(value -> known.put("workspace_id", value));
    costs.add(row(dataset("cost_report").table(), known));
    return this;
  }

  /** Keeps the costs as the answer for those days, settled to the third. */
  public CostFile keep(String from, String to, String settledTo) {
    Instant end = Instant.parse(to + "T00:00:00Z");
    Span span = new Span(Instant.parse(from + "T00:00:00Z"), end);
    Instant settled = Instant.parse(settledTo + "T00:00:00Z");
    Checkpoint after =
        Checkpoint.START.covering(new Covered(span, end, settled, settled), Optional.empty());
    Scope scope = Scope.of(new Scope.During("bucket_start", span));
    load("cost_report", new Series("cost_report", "1d", "", "", ""), scope, costs, after, end);
    return this;
  }

  public CostFile workspace(String id, String name) {
    Table table = dataset("workspaces").table();
    List<@Nullable Object[]> rows = new ArrayList<>();
    rows.add(row(table, Map.of("id", id, "name", name)));
    Instant now = Instant.parse("2026-11-21T00:00:00Z");
    load(
        "workspaces",
        Series.of("workspaces"),
        Scope.EVERYTHING,
        rows,
        Checkpoint.START.readAt(now),
        now);
    return this;
  }

  @Override
  public void close() {
    store.close();
  }

  private void load(
      String name,
      Series series,
      Scope scope,
      List<@Nullable Object[]> rows,
      Checkpoint after,
      Instant now) {
    Table table = dataset(name).table();
    store.prepare(List.of(table));
    Delivery delivery = new Delivery(CONNECTION, series, List.of(table), scope, Instant.EPOCH, now);
    try (Load load = store.begin(delivery)) {
      load.add(0, new Rows(table, List.copyOf(rows)));
      load.commit(after);
    }
  }

  private static Dataset dataset(String name) {
    return Datasets.named(name).orElseThrow();
  }

  private static @Nullable Object[] row(Table table, Map<String, Object> known) {
    return table.columns().stream().map(column -> known.get(column.name())).toArray();
  }
}
