package dev.outlay.store;

import static java.util.stream.Collectors.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Usage added up by hour and by UTC day without keys and people, changed in the transaction that
 * changes the rows: what is known now, and nothing of the history. Buckets in which a row changed
 * are added up anew.
 */
record Rollup(Session session) {
  private static final List<String> DIMENSIONS =
      List.of(
          "grouped_by",
          "model",
          "workspace_id",
          "service_tier",
          "context_window",
          "inference_geo",
          "speed");
  private static final List<String> SUMS =
      List.of(
          "uncached_input_tokens",
          "cache_read_input_tokens",
          "cache_creation_5m_input_tokens",
          "cache_creation_1h_input_tokens",
          "output_tokens",
          "web_search_requests");
  private static final String ROWS = "data.\"usage_report\"";
  private static final String HOURS = "app.usage_hours";
  private static final String DAYS = "app.usage_days";
  private static final String TOUCHED = "\"touched usage_report\"";
  private static final String DAY = day("bucket_start");
  private static final String COUNT = "count(*)";
  private static final String CURRENT = "t._known_to IS NULL";

  /** What is larger stands alone, so that no sum of the others leaves 64 bits. */
  private static final long LARGE = 1_000_000_000_000L;

  /** The buckets of one width in which rows changed, from the first to the last. */
  private record Touched(String width, Instant first, Instant last) {
    static Touched of(ResultSet row) throws SQLException {
      return new Touched(
          row.getString(1), Sql.instant(row.getLong(2)), Sql.instant(row.getLong(3)));
    }

    String buckets() {
      return among("bucket_start", "t.bucket_start", first, last);
    }

    String days() {
      Instant end = last.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1)).minusMillis(1);
      return among("day", day("t.bucket_start"), first.truncatedTo(ChronoUnit.DAYS), end);
    }

    /** Constants too, by which the engine passes over what is of other times. */
    private String among(String noted, String bucket, Instant from, Instant to) {
      return "t.bucket_start BETWEEN %s AND %s AND EXISTS (SELECT 1 FROM temp.%s w WHERE w._connection = t._connection AND w.bucket_width = '%s' AND w.grouped_by = t.grouped_by AND w.%s = %s)"
          .formatted(Sql.instant(from), Sql.instant(to), TOUCHED, width, noted, bucket);
    }
  }

  /** Of that table, if it is the one that is added up. */
  static Optional<Rollup> of(Session session, Kept kept) {
    return Optional.of(new Rollup(session)).filter(_ -> isAddedUp(kept));
  }

  private static boolean isAddedUp(Kept kept) {
    return kept.name().equals(ROWS)
        && Stream.of(DIMENSIONS, SUMS, List.of("bucket_width", "bucket_start"))
            .allMatch(kept.columns()::containsAll);
  }

  /**
   * Notes where rows will change, before they do.
   *
   * @param diff the rows that differ
   * @param stage those that came
   * @param near which of those that are there can be among them
   */
  void note(String diff, String stage, String near) throws SQLException {
    String bucket = "_connection, bucket_width, grouped_by, bucket_start";
    session.run(
        "CREATE OR REPLACE TEMP TABLE %s AS SELECT DISTINCT *, %s AS day FROM (SELECT %s FROM %s WHERE rowid IN (SELECT _sid FROM %s) UNION ALL SELECT %s FROM %s t WHERE rowid IN (SELECT _rid FROM %s) AND %s) WHERE bucket_width IN ('1h', '1d')"
            .formatted(TOUCHED, DAY, bucket, stage, diff, bucket, ROWS, diff, near));
  }

  /** Adds up anew what was noted. */
  void renew() throws SQLException {
    String spans =
        "SELECT bucket_width, epoch_us(min(bucket_start)), epoch_us(max(bucket_start)) FROM temp."
            + TOUCHED
            + " GROUP BY ALL";
    for (Touched touched : session.rows(spans, Touched::of)) {
      if (touched.width.equals("1h")) {
        renewHours(touched);
      }
      renewDays(touched);
    }
  }

  private void renewHours(Touched touched) throws SQLException {
    session.run("DELETE FROM " + HOURS + " t WHERE " + touched.buckets());
    session.run(hours(CURRENT + " AND " + touched.buckets()));
  }

  private void renewDays(Touched touched) throws SQLException {
    String width = ofWidth(touched.width);
    session.run("DELETE FROM " + DAYS + " t WHERE " + width + " AND " + touched.days());
    session.run(
        touched.width.equals("1h")
            ? daysOfHours(touched.days())
            : days(CURRENT + " AND " + width + " AND " + touched.days()));
  }

  /** Adds rows that no line holds yet. */
  void add(String rows) throws SQLException {
    session.run(hours(rows));
    session.run(days(rows + " AND t.bucket_width IN ('1h', '1d')"));
  }

  /** Adds up everything, month by month: for a store from before there were sums. */
  void fill() throws SQLException {
    String months =
        "SELECT DISTINCT epoch_us(date_trunc('month', bucket_start)) FROM "
            + ROWS
            + " WHERE bucket_width IN ('1h', '1d')";
    for (Instant month : session.rows(months, row -> Sql.instant(row.getLong(1)))) {
      Instant end = month.atOffset(ZoneOffset.UTC).plusMonths(1).toInstant();
      add(
          "%s AND t.bucket_start >= %s AND t.bucket_start < %s"
              .formatted(CURRENT, Sql.instant(month), Sql.instant(end)));
    }
  }

  private static String hours(String which) {
    return "INSERT INTO "
        + HOURS
        + sums("bucket_start", ROWS, COUNT, ofWidth("1h") + " AND " + which);
  }

  private static String days(String which) {
    return "INSERT INTO " + DAYS + sums(DAY + ", bucket_width", ROWS, COUNT, which);
  }

  private static String daysOfHours(String which) {
    return "INSERT INTO " + DAYS + sums(DAY + ", '1h'", HOURS, "sum(row_count)::BIGINT", which);
  }

  private static String sums(String bucket, String from, String rows, String which) {
    return " SELECT %1$s, %2$s, %3$s FROM %4$s t WHERE %5$s GROUP BY %1$s, CASE WHEN greatest(%6$s) > %7$d THEN rowid END ORDER BY 2"
        .formatted(
            "_connection, " + bucket + ", " + String.join(", ", DIMENSIONS),
            SUMS.stream().map(each -> "sum(" + each + ")::BIGINT").collect(joining(", ")),
            rows,
            from,
            which,
            String.join(", ", SUMS),
            LARGE);
  }

  private static String ofWidth(String width) {
    return "t.bucket_width = '" + width + "'";
  }

  /** Arithmetic: the calendar would be asked for each row. */
  private static String day(String time) {
    return "make_timestamptz(epoch_us(%1$s) - epoch_us(%1$s) %% 86400000000)".formatted(time);
  }
}
