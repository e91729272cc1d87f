package dev.outlay.simulator.api;

import dev.outlay.simulator.http.Reply;
import dev.outlay.simulator.world.Actor;
import dev.outlay.simulator.world.CostRow;
import dev.outlay.simulator.world.Counts;
import dev.outlay.simulator.world.Lane;
import dev.outlay.simulator.world.Report;
import dev.outlay.simulator.world.TokenKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Flat ranked rows of usage and of cost, second generation. */
final class Analytics {
  private static final String BETA = "analytics-usage-cost-2026-08-24";
  private static final List<String> USAGE_ORDERS =
      List.of("total_tokens", "output_tokens", "requests", "uncached_input_tokens", "time");
  private static final List<String> COST_ORDERS = List.of("amount", "list_amount", "time");

  /** The rows behind the youngest cursors; for older ones they are ranked again. */
  private final Map<String, List<RankedRow>> rankings = new ConcurrentHashMap<>();

  Reply usage(Call call) {
    String order =
        call.query()
            .choice("order_by", USAGE_ORDERS)
            .orElse(bucketed(call) ? "time" : "total_tokens");
    return answer(call, Report.ANALYTICS_USAGE, Selection.of(call, Facet.ofUsage()), order);
  }

  Reply cost(Call call) {
    String order =
        call.query().choice("order_by", COST_ORDERS).orElse(bucketed(call) ? "time" : "amount");
    return answer(call, Report.ANALYTICS_COST, Selection.of(call, List.of(Facet.values())), order);
  }

  private static boolean bucketed(Call call) {
    return call.request().parameter("time_bucket_width").isPresent();
  }

  private Reply answer(Call call, Report report, Selection selection, String order) {
    call.requireBeta(BETA);
    if (!call.policy().analytics()) {
      throw Refusal.notFound();
    }
    Range range = Range.of(call);
    boolean descending =
        call.query()
            .choice("order", List.of("asc", "desc"))
            .orElse(order.equals("time") ? "asc" : "desc")
            .equals("desc");
    int limit = call.query().limit(20, 1_000);
    Optional<Cursor> cursor = Cursor.in(call);
    Export export = Export.of(call, report);
    if (cursor.isPresent() && cursor.get().boundary() != export.refreshedAt()) {
      throw new Refusal(
          410,
          "invalid_request_error",
          "The page cursor is no longer valid. Restart pagination from the first page.");
    }
    List<RankedRow> rows =
        ranking(call, cursor, () -> ranked(export, range, selection, order, descending));
    int from = (int) Math.min(rows.size(), cursor.map(Cursor::position).orElse(0L));
    int end = Math.min(rows.size(), from + limit);
    String next = end < rows.size() ? Cursor.next(call, end, export.refreshedAt()) : null;
    return new RankedPage(export, selection, rows.subList(from, end), next).reply();
  }

  private List<RankedRow> ranking(
      Call call, Optional<Cursor> cursor, java.util.function.Supplier<List<RankedRow>> fresh) {
    String key = call.organisation().uuid() + Cursor.next(call, 0, 0);
    if (cursor.isEmpty()) {
      if (rankings.size() > 1) {
        rankings.clear();
      }
      rankings.put(key, fresh.get());
    }
    return rankings.computeIfAbsent(key, _ -> fresh.get());
  }

  private static List<RankedRow> ranked(
      Export export, Range range, Selection selection, String order, boolean descending) {
    List<RankedRow> rows = new ArrayList<>();
    for (Range part : range.parts()) {
      Map<List<@Nullable String>, RankedRow> groups = new LinkedHashMap<>();
      long[] counts = export.counts(part);
      for (Lane lane : export.lanes()) {
        if (selection.takes(lane) && isUsed(counts, lane)) {
          add(export.report(), selection, part, lane, counts, groups);
        }
      }
      if (export.report() == Report.ANALYTICS_COST) {
        charges(export.charges(part), selection, part, groups);
      }
      rows.addAll(groups.values());
    }
    Comparator<RankedRow> comparator = comparator(order);
    rows.sort(descending ? comparator.reversed() : comparator);
    return rows;
  }

  private static void charges(
      List<CostRow> charges,
      Selection selection,
      Range part,
      Map<List<@Nullable String>, RankedRow> groups) {
    for (CostRow charge : charges) {
      if (selection.takesCharge(charge.workspaceId())) {
        groups
            .computeIfAbsent(
                selection.chargeKey(charge.workspaceId(), charge.costType()),
                key -> new RankedRow(part, key, new Actor.Nobody()))
            .add(charge.cents());
      }
    }
  }

  private static boolean isUsed(long[] counts, Lane lane) {
    long any = 0;
    for (int i = 0; i < Counts.WIDTH; i++) {
      any |= counts[lane.index() * Counts.WIDTH + i];
    }
    return any != 0;
  }

  private static void add(
      Report report,
      Selection selection,
      Range part,
      Lane lane,
      long[] counts,
      Map<List<@Nullable String>, RankedRow> groups) {
    int at = lane.index() * Counts.WIDTH;
    if (report == Report.ANALYTICS_USAGE) {
      row(selection.key(lane, null, null), part, lane, groups).add(counts, at);
    } else if (lane.cellKey().billed()) {
      cost(selection, part, lane, counts, groups);
    }
  }

  private static void cost(
      Selection selection,
      Range part,
      Lane lane,
      long[] counts,
      Map<List<@Nullable String>, RankedRow> groups) {
    int at = lane.index() * Counts.WIDTH;
    boolean split = selection.groups(Facet.COST_TYPE) || selection.groups(Facet.TOKEN_TYPE);
    for (TokenKind kind : TokenKind.values()) {
      long tokens = Tokens.of(counts, at, kind);
      if (tokens > 0) {
        row(selection.key(lane, "tokens", kind.wire()), part, lane, groups)
            .add(lane.cellKey().rates().cents(kind, tokens));
      }
    }
    long searches = counts[at + Counts.WEB_SEARCHES];
    if (searches > 0) {
      row(selection.key(lane, "web_search", null), part, lane, groups)
          .add(BigDecimal.valueOf(searches));
    }
    if (!split) {
      row(selection.key(lane, null, null), part, lane, groups).add(counts, at);
    }
  }

  private static RankedRow row(
      List<@Nullable String> key,
      Range part,
      Lane lane,
      Map<List<@Nullable String>, RankedRow> groups) {
    return groups.computeIfAbsent(key, k -> new RankedRow(part, k, lane.actor()));
  }

  private static Comparator<RankedRow> comparator(String order) {
    return switch (order) {
      case "output_tokens" ->
          Comparator.comparingLong(row -> Tokens.of(row.counts(), 0, TokenKind.OUTPUT));
      case "uncached_input_tokens" ->
          Comparator.comparingLong(row -> Tokens.of(row.counts(), 0, TokenKind.UNCACHED_INPUT));
      case "requests" -> Comparator.comparingLong(RankedRow::requests);
      case "time" -> Comparator.comparingLong(row -> row.range().start());
      case "amount", "list_amount" -> Comparator.comparing(RankedRow::cents);
      default -> Comparator.comparingLong(RankedRow::totalTokens);
    };
  }
}
