package dev.outlay.people;

import dev.outlay.store.Answers;
import dev.outlay.store.Line;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * When something was last used, as finely as is known.
 *
 * @param bucket the start of the last bucket with use
 * @param width of that bucket
 */
record LastUse(Instant bucket, String width) {
  private static final List<String> WIDTHS = List.of("1d", "1h", "1m");

  /** The last of all that is collected, by connection and key. */
  static Map<Directory.Ref, LastUse> of(Answers answers, Sight sight) {
    Map<Directory.Ref, LastUse> last = new HashMap<>();
    Line.of(
            answers,
            """
            SELECT connection, api_key_id, bucket_width, max(bucket_start) FROM usage_report
            WHERE api_key_id IS NOT NULL AND %s AND (uncached_input_tokens > 0 OR cache_read_input_tokens > 0 OR output_tokens > 0
              OR cache_creation_5m_input_tokens > 0 OR cache_creation_1h_input_tokens > 0 OR web_search_requests > 0)
            GROUP BY ALL\
            """
                .formatted(
                    sight.isAll()
                        ? "true"
                        : "list_contains(string_split(grouped_by, ','), 'workspace_id') AND "
                            + sight.condition()))
        .forEach(line ->
            last.merge(
                Directory.ref(line),
                new LastUse(line.instant(3).orElseThrow(), line.name(2)),
                LastUse::orLater));
    return last;
  }

  /** The later start; of a day and an hour that begin together, the hour. */
  private LastUse orLater(LastUse other) {
    int order = bucket.compareTo(other.bucket);
    boolean finer = WIDTHS.indexOf(width) > WIDTHS.indexOf(other.width);
    return order > 0 || (order == 0 && finer) ? this : other;
  }
}
