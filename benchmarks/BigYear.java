import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.catalogue.Datasets;
import dev.outlay.destination.Delivery;
import dev.outlay.destination.Load;
import dev.outlay.store.Store;
import dev.outlay.store.StoreSettings;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Coverage;
import dev.outlay.table.Covered;
import dev.outlay.table.Rows;
import dev.outlay.table.Scope;
import dev.outlay.table.Series;
import dev.outlay.table.Span;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Fills a store with a year of usage by hour and by day, cut "spend": BigYear FILE END ROWS_AN_HOUR.
 * With 2,283 rows an hour it holds 20 million, and 0.8 million of days. Workspaces, keys and models
 * are of uneven size, as they are.
 */
public record BigYear(Store store, String id, Instant end, String width, Duration length, int rows) {
  private static final String CUT = "api_key_id,context_window,model,service_tier,workspace_id";
  private static final String[] MODELS = {
    "claude-opus-5", "claude-sonnet-5", "claude-haiku-5", "claude-opus-4-8", "claude-sonnet-4-6", "claude-fable-5"
  };
  private static final Dataset USAGE = Datasets.named("usage_report").orElseThrow();

  public static void main(String[] args) {
    Instant end = Instant.parse(args[1]);
    try (Store store = Store.open(Path.of(args[0]), StoreSettings.DEFAULT)) {
      store.prepare(USAGE.tables());
      String id = store.connect(Optional.empty(), "big", "11111111-2222-3333-4444-555555555555").id();
      int rows = Integer.parseInt(args[2]);
      new BigYear(store, id, end, "1h", Duration.ofHours(1), rows).fill();
      new BigYear(store, id, end, "1d", Duration.ofDays(1), rows).fill();
    }
  }

  private void fill() {
    Checkpoint known = Checkpoint.START;
    for (int week = 0; week < 53; week++) {
      Instant from = end.minus(Duration.ofDays(365)).plus(Duration.ofDays(7L * week));
      Instant to = from.plus(Duration.ofDays(7)).isAfter(end) ? end : from.plus(Duration.ofDays(7));
      known = week(known, new Span(from, to));
    }
  }

  private Checkpoint week(Checkpoint known, Span span) {
    Delivery delivery =
        new Delivery(
            id,
            new Series("usage_report", width, CUT, "", ""),
            USAGE.tables(),
            Scope.of(
                new Scope.Equal("bucket_width", width),
                new Scope.Equal("grouped_by", CUT),
                new Scope.During("bucket_start", span)),
            span.start(),
            end);
    Checkpoint after =
        known.covering(new Covered(span, end, span.end(), span.end()), Optional.of(span.start()));
    try (Load load = store.begin(delivery)) {
      SplittableRandom random = new SplittableRandom(span.start().getEpochSecond());
      for (Instant at = span.start(); at.isBefore(span.end()); at = at.plus(length)) {
        load.add(0, new Rows(USAGE.table(), bucket(at, random)));
      }
      load.commit(after);
    }
    return after;
  }

  private List<Object[]> bucket(Instant at, SplittableRandom random) {
    List<Object[]> cells = new ArrayList<>(rows);
    for (int i = 0; i < rows; i++) {
      int key = i / 2 / MODELS.length;
      long tokens = random.nextLong(1_000_000) / (1 + key % 17);
      cells.add(
          new Object[] {
            at, at.plus(length), width, CUT, MODELS[i / 2 % MODELS.length],
            key % 20 == 0 ? null : "wrkspc_%04d".formatted(key % 20),
            "apikey_%05d".formatted(key), null, null, "standard", i % 2 == 0 ? "0-200k" : "200k-1M", null, null,
            tokens, tokens * 3, tokens / 10, 0L, tokens / 4, i % 50 == 0 ? 1L : 0L
          });
    }
    return cells;
  }
}
