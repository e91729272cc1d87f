package dev.outlay.headroom;

import static java.util.stream.Collectors.joining;

import dev.outlay.headroom.Limiter.Counted;
import dev.outlay.store.Literal;
import dev.outlay.table.Span;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The SQL that holds use against limits. All is done in whole numbers: a part of a limit is counted
 * in millionths, so that no binary fraction comes in. A bucket that is not over is left out, for it
 * is no minute or hour yet.
 *
 * @param defaultWorkspace the id of the workspace that usage calls null
 */
record UseSql(
    Pick pick, Span period, Instant now, Optional<String> defaultWorkspace, Members members) {
  /** A limit and what counts against it. */
  record Held(Limit limit, Counted counts) {}

  /** The models there are. */
  static String models(Pick pick, Span period) {
    return "SELECT DISTINCT model FROM usage_report WHERE " + read(pick, period) + " ORDER BY ALL";
  }

  /**
   * Of each limit: its key, the number of buckets with use, percentiles of the tokens and of the
   * part used (in millionths), the most tokens, and of the bucket that came nearest (the first of
   * several) the part, the tokens and the start.
   */
  String figures(List<Held> held) {
    // The place orders by the part, finely, and then the earlier before the later, in one number.
    return rated(held)
        + """
        SELECT key, count(*), quantile_disc(tokens, [0.5, 0.95])[1], quantile_disc(tokens, [0.5, 0.95])[2],
          quantile_disc(part, [0.5, 0.95])[1], quantile_disc(part, [0.5, 0.95])[2], max(tokens),
          max_by(part, place), max_by(tokens, place), max_by(bucket_start, place)
        FROM (SELECT *, coalesce(least(fine, 1000000000000000000), 0) * 4503599627370496 - epoch_us(bucket_start) AS place FROM rated)
        GROUP BY key\
        """;
  }

  /**
   * Of each stretch of so many seconds: its place from the start of the period, the most tokens of
   * a bucket, and the most cache reads.
   */
  String series(Held held, long seconds) {
    return rated(List.of(held))
        + """
        SELECT (epoch_us(bucket_start) - epoch_us(%s)) // %d AS stretch, max(tokens), max(reads)
        FROM rated GROUP BY ALL ORDER BY ALL\
        """
            .formatted(Literal.of(period.start()), seconds * 1_000_000);
  }

  private String rated(List<Held> held) {
    return """
    WITH members(model, grp) AS (VALUES %s),
    held(key, grp, scope, lane, counts) AS (VALUES %s),
    steps(key, since, until, allowed) AS (VALUES %s),
    parts AS (
      SELECT bucket_start, grp, %s AS scope, %s AS lane,
        (sum(uncached_input_tokens) + sum(cache_creation_5m_input_tokens) + sum(cache_creation_1h_input_tokens))::BIGINT AS fresh,
        sum(cache_read_input_tokens)::BIGINT AS reads, sum(output_tokens)::BIGINT AS output
      FROM usage_report JOIN members USING (model) WHERE %s AND bucket_end <= %s%s GROUP BY ALL),
    scopes AS (
      SELECT * FROM parts WHERE scope <> ''
      UNION ALL
      SELECT bucket_start, grp, '', lane, sum(fresh)::BIGINT, sum(reads)::BIGINT, sum(output)::BIGINT FROM parts GROUP BY ALL),
    counted AS (
      SELECT key, bucket_start, reads,
        CASE counts WHEN 'fresh' THEN fresh WHEN 'output' THEN output ELSE fresh + reads END AS tokens
      FROM scopes JOIN held USING (grp, scope, lane)),
    rated AS (
      SELECT key, bucket_start, reads, tokens, (tokens::HUGEINT * 1000000 // nullif(allowed, 0))::BIGINT AS part,
        tokens::HUGEINT * 1000000000000000 // nullif(allowed, 0) AS fine
      FROM counted JOIN steps USING (key)
      WHERE tokens > 0 AND bucket_start >= since AND bucket_start < until)
    """
        .formatted(
            members.rows(),
            held.stream().map(UseSql::row).collect(joining(", ")),
            held.stream().map(each -> steps(each.limit())).collect(joining(", ")),
            scope(),
            pick.has("speed")
                ? "CASE WHEN speed = 'fast' THEN 'fast' ELSE 'standard' END"
                : "'standard'",
            read(pick, period),
            Literal.of(now),
            pick.has("service_tier") ? " AND service_tier IS DISTINCT FROM 'batch'" : "");
  }

  /** Whatever has no id is the default workspace, whose id the reports do not tell. */
  private String scope() {
    return pick.has("workspace_id")
        ? "coalesce(workspace_id, " + Literal.of(defaultWorkspace.orElse("default")) + ")"
        : "''";
  }

  private static String row(Held held) {
    Limit limit = held.limit();
    return "(%s, %s, %s, %s, %s)"
        .formatted(
            Literal.of(limit.key()),
            Literal.of(limit.groupKey()),
            Literal.of(limit.workspace().orElse("")),
            Literal.of(held.counts().lane()),
            Literal.of(held.counts().sum()));
  }

  private String steps(Limit limit) {
    List<Step> steps = limit.steps(period);
    return IntStream.range(0, steps.size())
        .mapToObj(i -> step(limit, steps, i))
        .collect(joining(", "));
  }

  private String step(Limit limit, List<Step> steps, int i) {
    Instant since = i == 0 ? period.start() : steps.get(i).from();
    Instant until = i + 1 < steps.size() ? steps.get(i + 1).from() : period.end();
    return "(%s, %s, %s, %s)"
        .formatted(
            Literal.of(limit.key()),
            Literal.of(since),
            Literal.of(steps.get(i).value().isPresent() ? until : since),
            steps.get(i).value().map(pick::allowed).orElse(BigInteger.ZERO) + "::HUGEINT");
  }

  private static String read(Pick pick, Span period) {
    return "connection = %s AND bucket_width = %s AND grouped_by = %s AND bucket_start >= %s AND bucket_start < %s"
        .formatted(
            Literal.of(pick.connection()),
            Literal.of(pick.width()),
            Literal.of(pick.cut()),
            Literal.of(period.start()),
            Literal.of(period.end()));
  }
}
