package dev.outlay.testkit.ask;

import dev.outlay.dataset.catalogue.Datasets;
import dev.outlay.destination.Delivery;
import dev.outlay.destination.Destination;
import dev.outlay.destination.Load;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Coverage;
import dev.outlay.table.Covered;
import dev.outlay.table.Rows;
import dev.outlay.table.Scope;
import dev.outlay.table.Series;
import dev.outlay.table.Span;
import dev.outlay.table.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Made-up usage of two organisations in two widths and two cuts. None of the four agrees with
 * another, so that an answer made of the wrong one, or of two, is seen.
 */
final class Usage {
  static final Instant FROM = Instant.parse("2026-10-12T00:00:00Z");
  static final Instant TO = Instant.parse("2026-11-10T00:00:00Z");
  static final String SPEND = "api_key_id,context_window,model,service_tier,workspace_id";
  static final String PLACE = "inference_geo,model,service_tier,speed,workspace_id";
  static final Table TABLE = Datasets.named("usage_report").orElseThrow().tables().getFirst();

  private static final List<String> MODELS =
      List.of("claude-opus-5-5", "claude-opus-4-20250514", "claude-haiku-5-5", "unheard-of");
  private static final List<String> CONNECTIONS = List.of("acme", "other, \"inc\"");
  private static final int PRECISE = 53;

  private Usage() {}

  /** The same for the same seed. */
  static List<Use> rows(long seed) {
    Random random = new Random(seed);
    List<Use> rows = new ArrayList<>();
    for (String connection : CONNECTIONS) {
      for (String width : List.of("1d", "1h")) {
        series(rows, random, connection, width, SPEND);
      }
      series(rows, random, connection, "1d", PLACE);
    }
    return rows;
  }

  private static void series(
      List<Use> rows, Random random, String connection, String width, String cut) {
    Duration step = width.equals("1d") ? Duration.ofDays(1) : Duration.ofHours(1);
    for (Instant at = FROM; at.isBefore(TO); at = at.plus(step)) {
      List<Use> here = new ArrayList<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        here.add(row(random, connection, width, cut, at));
      }
      here.stream().filter(row -> isNew(rows, row)).forEach(rows::add);
    }
  }

  /** Two rows of one identity would be no answer of the API. */
  private static boolean isNew(List<Use> rows, Use row) {
    return rows.reversed().stream()
        .limit(4)
        .noneMatch(each ->
            each.at().equals(row.at())
                && each.cut().equals(row.cut())
                && Stream.of("model", "workspace", "api_key", "service_tier", "inference_geo")
                    .allMatch(name ->
                        String.valueOf(each.is(name)).equals(String.valueOf(row.is(name)))));
  }

  private static Use row(Random random, String connection, String width, String cut, Instant at) {
    boolean spend = cut.equals(SPEND);
    return new Use(
        connection,
        width,
        cut,
        at,
        one(random, MODELS),
        random.nextInt(3) == 0 ? null : "wrkspc_" + random.nextInt(3),
        !spend || random.nextInt(3) == 0 ? null : "apikey_" + random.nextInt(4),
        one(random, List.of("standard", "batch")),
        spend ? null : one(random, List.of("us", "global")),
        Stream.generate(() -> count(random)).limit(6).toList());
  }

  /** Some are more than a binary fraction could hold, and odd. */
  private static Long count(Random random) {
    return random.nextInt(20) == 0 ? (1L << PRECISE) + 1 : random.nextInt(1000);
  }

  private static String one(Random random, List<String> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** Loads them as if they had been collected at that time. */
  static void load(Destination destination, List<Use> rows, Instant now) {
    destination.prepare(Datasets.ALL.stream().flatMap(each -> each.tables().stream()).toList());
    rows.stream()
        .map(row -> List.of(row.connection(), row.width(), row.cut()))
        .distinct()
        .forEach(series -> load(destination, rows, series, now));
  }

  private static void load(
      Destination destination, List<Use> rows, List<String> which, Instant now) {
    Series series = new Series(TABLE.name(), which.get(1), which.get(2), "", "");
    Span span = new Span(FROM, TO);
    Delivery delivery =
        new Delivery(
            which.get(0),
            series,
            List.of(TABLE),
            Scope.of(
                new Scope.Equal("bucket_width", which.get(1)),
                new Scope.Equal("grouped_by", which.get(2)),
                new Scope.During("bucket_start", span)),
            FROM,
            now);
    List<@Nullable Object[]> cells =
        new ArrayList<>(
            rows.stream()
                .filter(row -> List.of(row.connection(), row.width(), row.cut()).equals(which))
                .map(Usage::cells)
                .toList());
    try (Load load = destination.begin(delivery)) {
      load.add(0, new Rows(TABLE, cells));
      load.commit(
          new Checkpoint(
              Coverage.NONE.with(new Covered(span, now, TO, FROM)),
              Optional.empty(),
              Optional.of(now)));
    }
  }

  private static @Nullable Object[] cells(Use row) {
    @Nullable Object[] cells = new @Nullable Object[TABLE.columns().size()];
    Duration length = row.width().equals("1d") ? Duration.ofDays(1) : Duration.ofHours(1);
    put(cells, "bucket_start", row.at());
    put(cells, "bucket_end", row.at().plus(length));
    put(cells, "bucket_width", row.width());
    put(cells, "grouped_by", row.cut());
    put(cells, "model", row.model());
    put(cells, "workspace_id", row.workspace());
    put(cells, "api_key_id", row.key());
    put(cells, "service_tier", row.tier());
    put(cells, "inference_geo", row.geo());
    put(cells, "uncached_input_tokens", row.counts().get(0));
    put(cells, "cache_read_input_tokens", row.counts().get(1));
    put(cells, "cache_creation_5m_input_tokens", row.counts().get(2));
    put(cells, "cache_creation_1h_input_tokens", row.counts().get(3));
    put(cells, "output_tokens", row.counts().get(4));
    put(cells, "web_search_requests", row.counts().get(5));
    return cells;
  }

  private static void put(@Nullable Object[] cells, String column, @Nullable Object value) {
    cells[TABLE.indexOf(column)] = value;
  }
}
