package dev.outlay.quality;

import static java.util.stream.Collectors.toMap;

import dev.outlay.store.Answers;
import dev.outlay.store.Line;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** How the runs of one dataset went. */
record Runs(
    Optional<Instant> last,
    Optional<Instant> lastGood,
    Optional<String> status,
    Optional<String> error) {
  static final Runs NONE =
      new Runs(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** A connection and a dataset. */
  record Key(String connection, String dataset) {}

  /** A run without an end goes on or was cut short: how the last one ended says more. */
  static Map<Key, Runs> of(Answers answers) {
    return Line.of(
            answers,
            """
            SELECT connection, dataset, max(started_at), max(finished_at) FILTER (WHERE status = 'ok'),
              max_by(status, sync_id) FILTER (WHERE finished_at IS NOT NULL),
              max_by(coalesce(error, ''), sync_id) FILTER (WHERE finished_at IS NOT NULL)
            FROM syncs GROUP BY ALL\
            """)
        .stream()
        .filter(line -> line.text(0).isPresent())
        .collect(
            toMap(
                line -> new Key(line.name(0), line.name(1)),
                line ->
                    new Runs(
                        line.instant(2),
                        line.instant(3),
                        line.text(4),
                        line.text(5).filter(text -> !text.isEmpty()))));
  }

  boolean isFailing() {
    return status.filter(each -> each.equals("failed") || each.equals("refused")).isPresent();
  }

  boolean isNotEntitled() {
    return status.filter("not_entitled"::equals).isPresent();
  }
}
