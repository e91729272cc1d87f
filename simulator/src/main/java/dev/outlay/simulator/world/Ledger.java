package dev.outlay.simulator.world;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The cost of a day: the same tokens at list price, and charges beside them. */
public final class Ledger {
  private static final long RIPENING_HOURS = 48;

  private final Traffic traffic;
  private final Charges charges;
  private final Amendments amendments;
  private final List<Cell> cells;
  private final List<@Nullable String> workspaces;
  private final int[] placeOfLane;
  private final long since;

  Ledger(Traffic traffic, Charges charges, Amendments amendments, Directory directory, long since) {
    this.traffic = traffic;
    this.charges = charges;
    this.amendments = amendments;
    this.since = since;
    this.cells = traffic.lanes().stream().map(Lane::cellKey).distinct().toList();
    this.placeOfLane = traffic.lanes().stream().mapToInt(Lane::cell).toArray();
    this.workspaces = new ArrayList<>();
    workspaces.add(null);
    directory.workspaces().forEach(workspace -> workspaces.add(workspace.id()));
  }

  /** Rows of one UTC day at the finest grain the report has, as far as known at {@code now}. */
  public List<CostRow> day(long day, Instant now) {
    List<CostRow> rows = new ArrayList<>();
    if (day >= since) {
      long[] counts = counts(day, now);
      tokens(counts, rows);
      extras(day, counts, rows);
    }
    return rows;
  }

  /** One row of everything, or one for each workspace or description. */
  public List<CostRow> day(long day, Instant now, boolean byWorkspace, boolean byDescription) {
    if (byWorkspace && byDescription) {
      return day(day, now);
    }
    Map<List<@Nullable Object>, CostRow> sums = new LinkedHashMap<>();
    for (CostRow row : day(day, now)) {
      CostRow coarse = coarse(row, byWorkspace, byDescription);
      sums.merge(key(coarse), coarse, Ledger::plus);
    }
    return List.copyOf(sums.values());
  }

  /** What a day is billed beside tokens and searches. */
  public List<CostRow> charges(long day) {
    List<CostRow> rows = new ArrayList<>();
    for (int place = 0; place < workspaces.size() && day >= since; place++) {
      String workspace = workspaces.get(place);
      charges.of(place, day, (charge, cents) -> add(workspace, charge, cents, rows));
    }
    return rows;
  }

  private long[] counts(long day, Instant now) {
    long[] counts = new long[cells.size() * Counts.WIDTH];
    traffic.add(Span.wholeDay(Report.COST, day), now, placeOfLane, counts);
    long known = knownShare(day, now);
    for (int i = 0; i < counts.length && known < 1_000; i++) {
      counts[i] = counts[i] * known / 1_000;
    }
    return counts;
  }

  /** Per mille: nine tenths when the day ends, all of it two days later. */
  private static long knownShare(long day, Instant now) {
    long hours = (now.getEpochSecond() - (day + 1) * 86_400) / 3_600;
    return 900 + 100 * Math.clamp(hours, 0, RIPENING_HOURS) / RIPENING_HOURS;
  }

  private void tokens(long[] counts, List<CostRow> rows) {
    for (int place = 0; place < cells.size(); place++) {
      Cell cell = cells.get(place);
      Rates rates = cell.rates();
      for (TokenKind kind : TokenKind.values()) {
        long tokens = counts[place * Counts.WIDTH + kind.place()];
        if (tokens > 0 && cell.billed()) {
          rows.add(
              new CostRow(
                  cell.workspaceId(),
                  description(cell, kind),
                  "tokens",
                  cell,
                  kind,
                  rates.cents(kind, tokens)));
        }
      }
    }
  }

  private static String description(Cell cell, TokenKind kind) {
    String fast = cell.speed() == Speed.FAST ? ", Fast Mode" : "";
    return "Claude " + cell.model().label() + " Usage - " + kind.label() + fast;
  }

  private void extras(long day, long[] counts, List<CostRow> rows) {
    Amendments.Day amended = amendments.on(Report.COST, day);
    for (int place = 0; place < workspaces.size(); place++) {
      String workspace = workspaces.get(place);
      if (workspace == null || !amended.hides(workspace)) {
        add(
            workspace,
            Charges.Charge.WEB_SEARCH,
            Charges.SEARCH.multiply(BigDecimal.valueOf(searches(workspace, counts))),
            rows);
        charges.of(
            place, day, (charge, cents) -> add(workspace, charge, revised(cents, amended), rows));
      }
    }
  }

  private static BigDecimal revised(BigDecimal cents, Amendments.Day amended) {
    BigDecimal result = cents;
    for (int percent : amended.percents()) {
      result = result.multiply(BigDecimal.valueOf(percent)).movePointLeft(2);
    }
    return result;
  }

  private static void add(
      @Nullable String workspace, Charges.Charge charge, BigDecimal cents, List<CostRow> rows) {
    if (cents.signum() > 0) {
      rows.add(
          new CostRow(
              workspace,
              charge.description(),
              charge.name().toLowerCase(Locale.ROOT),
              null,
              null,
              cents));
    }
  }

  private long searches(@Nullable String workspace, long[] counts) {
    long sum = 0;
    for (int place = 0; place < cells.size(); place++) {
      if (cells.get(place).billed() && Objects.equals(cells.get(place).workspaceId(), workspace)) {
        sum += counts[place * Counts.WIDTH + Counts.WEB_SEARCHES];
      }
    }
    return sum;
  }

  private static CostRow coarse(CostRow row, boolean byWorkspace, boolean byDescription) {
    String workspace = byWorkspace ? row.workspaceId() : null;
    if (!byDescription) {
      return new CostRow(workspace, null, null, null, null, row.cents());
    }
    Cell cell = row.cell();
    Cell everywhere =
        cell == null
            ? null
            : new Cell(null, cell.model(), cell.tier(), cell.context(), cell.geo(), cell.speed());
    return new CostRow(
        workspace, row.description(), row.costType(), everywhere, row.kind(), row.cents());
  }

  private static List<@Nullable Object> key(CostRow row) {
    return java.util.Arrays.asList(row.workspaceId(), row.description(), row.cell(), row.kind());
  }

  private static CostRow plus(CostRow a, CostRow b) {
    return new CostRow(
        a.workspaceId(),
        a.description(),
        a.costType(),
        a.cell(),
        a.kind(),
        a.cents().add(b.cents()));
  }
}
