package dev.outlay.headroom;

import static java.util.stream.Collectors.joining;

import dev.outlay.headroom.Limiter.Counted;
import dev.outlay.store.Literal;
import dev.outlay.table.Span;
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
   * Of each limit: its key, the number of buckets with use, percentiles of the part used (in
   * millionths) and of the rate, the greatest part of the value that holds last, and the bucket
   * that came nearest: start, tokens, rate, limit then, part.
   */
  String figures(List<Held> held) {
    return rated(held)
        + """
        SELECT key, count(*), quantile_disc(part, 0.5), quantile_disc(part, 0.95),
          quantile_disc(rate, 0.5), quantile_disc(rate, 0.95), max(part_of_last),
          max_by(bucket_start, place), max_by(tokens, place), max_by(rate, place),
          max_by(allowed, place), max_by(part, place)
        FROM (SELECT *, row(coalesce(part, 0), rate, -epoch_us(bucket_start)) AS place FROM rated)
        GROUP BY key\
        """;
  }

  /**
   * The highest rate of each stretch of so many seconds, and the highest rate of cache reads beside
   * it.
   */
  String series(Held held, long seconds) {
    return rated(List.of(held))
        + """
        SELECT time_bucket(to_seconds(%d), bucket_start, %s) AS stretch, max(rate), max(reads * 60 // seconds)
        FROM rated GROUP BY ALL ORDER BY ALL\
        """
            .formatted(seconds, Literal.of(period.start()));
  }

  private String rated(List<Held> held) {
    return """
    WITH members(model, grp) AS (VALUES %s),
    held(key, grp, scope, lane, counts, last) AS (VALUES %s),
    steps(key, since, until, allowed) AS (VALUES %s),
    use AS (
      SELECT bucket_start, date_diff('second', bucket_start, bucket_end) AS seconds, model, %s AS scope, %s AS lane,
        sum(uncached_input_tokens) + sum(cache_creation_5m_input_tokens) + sum(cache_creation_1h_input_tokens) AS fresh,
        sum(cache_read_input_tokens) AS reads, sum(output_tokens) AS output
      FROM usage_report WHERE %s AND bucket_end <= %s%s GROUP BY ALL),
    parts AS (
      SELECT bucket_start, seconds, grp, lane, scope, sum(fresh) AS fresh, sum(reads) AS reads, sum(output) AS output
      FROM use JOIN members USING (model) GROUP BY ALL),
    scopes AS (
      SELECT * FROM parts WHERE scope <> ''
      UNION ALL
      SELECT bucket_start, seconds, grp, lane, '', sum(fresh), sum(reads), sum(output) FROM parts GROUP BY ALL),
    counted AS (
      SELECT key, bucket_start, seconds, last, reads,
        CASE counts WHEN 'fresh' THEN fresh WHEN 'output' THEN output ELSE fresh + reads END AS tokens
      FROM scopes JOIN held USING (grp, scope, lane)),
    rated AS (
      SELECT key, bucket_start, seconds, reads, tokens, allowed, (tokens * 60 + seconds // 2) // seconds AS rate,
        tokens * 60000000 // nullif(seconds * allowed, 0) AS part,
        tokens * 60000000 // nullif(seconds * last, 0) AS part_of_last
      FROM counted JOIN steps USING (key)
      WHERE tokens > 0 AND bucket_start >= since AND bucket_start < until)
    """
        .formatted(
            members.rows(),
            held.stream().map(this::row).collect(joining(", ")),
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

  private String row(Held held) {
    Limit limit = held.limit();
    return "(%s, %s, %s, %s, %s, %s)"
        .formatted(
            Literal.of(limit.key()),
            Literal.of(limit.groupKey()),
            Literal.of(limit.workspace().orElse("")),
            Literal.of(held.counts().lane()),
            Literal.of(held.counts().sum()),
            limit.value(period).map(value -> value + "::BIGINT").orElse("NULL::BIGINT"));
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
            steps.get(i).value().orElse(0L) + "::BIGINT");
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
