package dev.outlay.destinations;

import dev.outlay.destination.Address;
import dev.outlay.destination.Amendment;
import dev.outlay.destination.Changes;
import dev.outlay.destination.Delivery;
import dev.outlay.destination.Load;
import dev.outlay.destination.Mirror;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Column;
import dev.outlay.table.Rows;
import dev.outlay.table.Scope;
import dev.outlay.table.Series;
import dev.outlay.table.Table;
import dev.outlay.table.Type;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Loads over several days, all of whose rows say which load they are of. */
final class FileLoads {
  static final int DAYS = 5;
  static final int ROWS = 50;
  private static final Instant DAY = Instant.parse("2026-03-01T00:00:00Z");
  private static final Series SERIES = Series.of("rows");

  private FileLoads() {}

  /** Every row is of that load afterwards. */
  static Changes fill(Mirror mirror, Table table, long load) {
    return fill(mirror, table, load, ROWS);
  }

  /** A load that takes room. */
  static Changes fillMany(Mirror mirror, Table table, int rows) {
    return fill(mirror, table, -1, rows);
  }

  private static Changes fill(Mirror mirror, Table table, long load, int rows) {
    mirror.prepare(List.of(table));
    List<@Nullable Object[]> cells = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      cells.add(new Object[] {"row " + i, DAY.plus(Duration.ofDays(i % DAYS)), load});
    }
    return load(mirror, table, cells);
  }

  /** One row is of another load afterwards. */
  static Changes amend(Mirror mirror, Table table, int row, long load) {
    try (Amendment amendment = mirror.amend(delivery(table))) {
      Object[] cells = {"row " + row, DAY.plus(Duration.ofDays(row % DAYS)), load};
      amendment.add(0, new Rows(table, List.<@Nullable Object[]>of(cells)));
      return amendment.commit(Checkpoint.START.readAt(DAY));
    }
  }

  static Changes load(Mirror mirror, Table table, @Nullable Object[]... rows) {
    return load(mirror, table, List.<@Nullable Object[]>of(rows));
  }

  private static Changes load(Mirror mirror, Table table, List<@Nullable Object[]> cells) {
    try (Load open = mirror.begin(delivery(table))) {
      open.add(0, new Rows(table, cells));
      return open.commit(Checkpoint.START.readAt(DAY));
    }
  }

  static @Nullable Object[] row(@Nullable Object... cells) {
    return cells;
  }

  private static Delivery delivery(Table table) {
    return new Delivery("c", SERIES, List.of(table), Scope.EVERYTHING, DAY, DAY);
  }

  /** Fills until it is ended from outside; says so with one line before the first load. */
  static Process inAProcessOfItsOwn(String address, long first) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            FileLoads.class.getName(),
            address,
            Long.toString(first))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Waits until its first load is kept. */
  static void awaitLine(Process process) throws IOException {
    String line =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
            .readLine();
    if (line == null) {
      throw new IOException("the process ended before its first load was kept");
    }
  }

  public static void main(String[] args) {
    Mirror mirror = new Parquet().open(Address.of(args[0]), InstantSource.system());
    long first = Long.parseLong(args[1]);
    fill(mirror, table(), first);
    System.out.println("ready");
    for (long load = first + 1; load < first + 500; load++) {
      fill(mirror, table(), load);
    }
  }

  static Table table() {
    return new Table(
        "rows",
        "Rows of a test.",
        List.of(
            new Column("row_id", Type.Plain.TEXT, true, "Its name."),
            new Column("bucket_start", Type.Plain.INSTANT, false, "Its time."),
            new Column("load", Type.Plain.INTEGER, false, "The load it is of.")),
        Table.Twins.EQUAL_ONLY);
  }
}
