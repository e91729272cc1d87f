package dev.outlay.shape.focus;

import static java.util.Comparator.comparingInt;

import dev.outlay.price.TokenKind;
import dev.outlay.store.Answers;
import dev.outlay.store.Line;
import dev.outlay.store.Literal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A cut of the daily usage report in which lines of the bill can be looked up. The bill tells five
 * dimensions apart; a cut that lacks one says a line's quantity only where the bill has no other
 * line that differs in nothing else. Two cuts are the same tokens twice: a line takes its quantity
 * from one.
 */
record UsageCut(String groupedBy) {
  /** Without these a sum holds what other lines, or none, were billed for. */
  private static final List<String> NEEDED = List.of("workspace_id", "model", "service_tier");

  private static final List<String> FINER = List.of("context_window", "inference_geo");

  /** Those of the store that serve, the one that tells most apart first. */
  static List<UsageCut> of(Answers answers) {
    String cuts =
        "SELECT DISTINCT grouped_by FROM coverage WHERE dataset = 'usage_report' AND bucket_width = '1d' AND filter = '' AND grouped_by IS NOT NULL";
    return Line.of(answers, cuts).stream()
        .map(line -> new UsageCut(line.name(0)))
        .filter(cut -> cut.dimensions().containsAll(NEEDED))
        .sorted(
            comparingInt((UsageCut cut) -> -cut.shared().size())
                .thenComparingInt(cut -> cut.dimensions().size())
                .thenComparing(UsageCut::groupedBy))
        .toList();
  }

  /** How many lines of the bill this cut cannot tell from one. */
  String alone() {
    return "count(*) OVER (PARTITION BY connection, bucket_start, cost_type, token_type, "
        + String.join(", ", shared())
        + ")";
  }

  /** Tokens by what the bill tells apart too. */
  String sums(String during) {
    String by = "connection, bucket_start, " + String.join(", ", shared());
    return "SELECT "
        + by
        + ", "
        + counts().map(name -> "sum(" + name + ")::BIGINT AS " + name).collect(listed())
        + " FROM history.usage_report WHERE known_to IS NULL AND bucket_width = '1d' AND grouped_by = "
        + Literal.of(groupedBy)
        + during
        + " GROUP BY "
        + by;
  }

  /** What of the time was read of this cut, all of it. */
  String coverage() {
    return "SELECT connection, span_start, span_end, settled_to FROM coverage WHERE dataset = 'usage_report' AND bucket_width = '1d' AND filter = '' AND grouped_by = "
        + Literal.of(groupedBy);
  }

  /** Whether a row of one and a row of the other are of the same. */
  String same(String one, String other) {
    Stream<String> plain =
        Stream.of("connection", "bucket_start")
            .map(name -> one + "." + name + " = " + other + "." + name);
    Stream<String> groups =
        shared().stream()
            .map(name -> one + "." + name + " IS NOT DISTINCT FROM " + other + "." + name);
    return Stream.concat(plain, groups).collect(Collectors.joining(" AND "));
  }

  /** The sum that a kind of tokens of the bill is. */
  String count(String tokenType, String sums) {
    return Meter.tokenKinds().entrySet().stream()
        .map(each ->
            " WHEN " + Literal.of(each.getKey()) + " THEN " + sums + "." + each.getValue().column())
        .collect(Collectors.joining("", "CASE " + tokenType, " END"));
  }

  private static Stream<String> counts() {
    return Stream.concat(
        Arrays.stream(TokenKind.values()).map(TokenKind::column), Stream.of("web_search_requests"));
  }

  private List<String> shared() {
    List<String> shared = new ArrayList<>(NEEDED);
    FINER.stream().filter(dimensions()::contains).forEach(shared::add);
    return shared;
  }

  private List<String> dimensions() {
    return List.of(groupedBy.split(","));
  }

  private static Collector<CharSequence, ?, String> listed() {
    return Collectors.joining(", ");
  }
}
