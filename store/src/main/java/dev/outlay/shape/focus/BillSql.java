package dev.outlay.shape.focus;

import dev.outlay.store.Answers;
import dev.outlay.store.Line;
import dev.outlay.store.Literal;
import dev.outlay.store.Tables;
import dev.outlay.table.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The bill as one statement, so that all of it is of one moment: every line as it is known now,
 * names, and the quantity from the first cut of the usage report that tells it for just this line.
 */
record BillSql(Tables tables, List<UsageCut> cuts, Optional<Span> period) {
  /** Of a store that has a bill. */
  static BillSql of(Answers answers, Tables tables, Optional<Span> period) {
    List<UsageCut> cuts = tables.has("usage_report") ? UsageCut.of(answers) : List.of();
    return new BillSql(tables, cuts, period);
  }

  /** Columns in the order of {@link Charge}, the oldest day first. */
  String text() {
    return """
    WITH bill AS (SELECT *%s FROM history.cost_report WHERE known_to IS NULL%s)%s, joined AS (
    SELECT b.*, coalesce(k.settled, false) AS cost_settled%s FROM bill b
    LEFT JOIN (SELECT connection, span_start, settled_to, true AS settled FROM coverage WHERE dataset = 'cost_report') k
      ON k.connection = b.connection AND k.span_start <= b.bucket_start AND b.bucket_end <= k.settled_to%s)
    SELECT b.connection, coalesce(o.id, b.connection), o.name, b.bucket_start, b.bucket_end, b.workspace_id,
      CASE WHEN b.workspace_id IS NULL THEN NULL ELSE coalesce(w.name, b.workspace_id) END, w.tags::VARCHAR, b.description, b.cost_type,
      b.model, b.token_type, b.service_tier, b.context_window, b.inference_geo, b.currency, b.amount_usd, %s, b.load_seq, b.row_id, %s, %s
    FROM joined b LEFT JOIN %s o ON o.connection = b.connection LEFT JOIN %s w ON w.connection = b.connection AND w.id = b.workspace_id
    ORDER BY b.bucket_start, b.connection, b.workspace_id NULLS FIRST, b.cost_type NULLS FIRST, b.model NULLS FIRST, b.token_type NULLS FIRST,
      b.service_tier NULLS FIRST, b.context_window NULLS FIRST, b.inference_geo NULLS FIRST, b.description NULLS FIRST, b.row_id\
    """
        .formatted(
            each(i -> ", " + cuts.get(i).alone() + " AS n" + i),
            during("bucket_start"),
            each(this::usage),
            each(this::measured),
            each(this::join),
            settled(),
            first(i -> "q" + i, "NULL::BIGINT"),
            cut(),
            table("organization", "NULL::VARCHAR AS id, NULL::VARCHAR AS name"),
            table(
                "workspaces", "NULL::VARCHAR AS id, NULL::VARCHAR AS name, NULL::VARCHAR AS tags"));
  }

  private String usage(int i) {
    return ", u%d AS (%s), s%d AS (%s), k%d AS (%s)"
        .formatted(
            i,
            cuts.get(i).sums(during("bucket_start")),
            i,
            "SELECT connection, bucket_start, workspace_id, sum(web_search_requests)::BIGINT AS searches FROM u"
                + i
                + " GROUP BY ALL",
            i,
            cuts.get(i).coverage());
  }

  /** Nought is no measurement of what was billed. */
  private String measured(int i) {
    return ", CASE WHEN b.n%1$d > 1 OR k%1$d.span_end IS NULL THEN NULL WHEN b.cost_type = 'tokens' THEN nullif(%2$s, 0) WHEN b.cost_type = 'web_search' THEN nullif(s%1$d.searches, 0) END AS q%1$d, b.bucket_end <= k%1$d.settled_to AS t%1$d"
        .formatted(i, cuts.get(i).count("b.token_type", "u" + i));
  }

  private String join(int i) {
    return "\nLEFT JOIN k%1$d ON k%1$d.connection = b.connection AND k%1$d.span_start <= b.bucket_start AND b.bucket_end <= k%1$d.span_end LEFT JOIN u%1$d ON b.cost_type = 'tokens' AND %2$s LEFT JOIN s%1$d ON b.cost_type = 'web_search' AND b.model IS NULL AND s%1$d.connection = b.connection AND s%1$d.bucket_start = b.bucket_start AND s%1$d.workspace_id IS NOT DISTINCT FROM b.workspace_id"
        .formatted(i, cuts.get(i).same("u" + i, "b"));
  }

  private String settled() {
    return cuts.isEmpty()
        ? "b.cost_settled"
        : "b.cost_settled AND CASE"
            + each(i -> " WHEN q" + i + " IS NOT NULL THEN t" + i)
            + " ELSE true END";
  }

  private String cut() {
    return cuts.isEmpty()
        ? "NULL::VARCHAR"
        : "CASE"
            + each(i -> " WHEN q" + i + " IS NOT NULL THEN " + Literal.of(cuts.get(i).groupedBy()))
            + " END";
  }

  private String first(IntFunction<String> each, String none) {
    return cuts.isEmpty()
        ? none
        : IntStream.range(0, cuts.size())
            .mapToObj(each)
            .collect(Collectors.joining(", ", "coalesce(", ")"));
  }

  private String each(IntFunction<String> part) {
    return IntStream.range(0, cuts.size()).mapToObj(part).collect(Collectors.joining());
  }

  private String during(String column) {
    return period
        .map(span ->
            " AND %1$s >= %2$s AND %1$s < %3$s"
                .formatted(column, Literal.of(span.start()), Literal.of(span.end())))
        .orElse("");
  }

  private String table(String name, String columns) {
    return tables.has(name)
        ? name
        : "(SELECT NULL::VARCHAR AS connection, " + columns + " WHERE false)";
  }

  /** The newest load that any of this came with; empty where there is none. */
  static Optional<Long> revision(Answers answers, Tables tables) {
    String loads =
        List.of("cost_report", "usage_report", "organization", "workspaces").stream()
            .filter(tables::has)
            .map(name -> "SELECT max(load_seq) AS n FROM history." + name)
            .collect(Collectors.joining(" UNION ALL "));
    return Line.of(answers, "SELECT max(n) FROM (" + loads + ")").getFirst().number(0);
  }
}
