package dev.outlay.metric.catalogue;

import static dev.outlay.metric.Metric.gauge;
import static dev.outlay.metric.Metric.info;

import dev.outlay.metric.Entry;
import dev.outlay.metric.Metric;
import java.util.List;

/** Who is who: names by ids, and when keys were used. */
final class DirectoryMetrics {
  private static final String JOIN =
      "To be joined by the ids: X * on (org, workspace_id) group_left (name) claude_workspace_info.";

  static final List<Entry> ALL =
      List.of(
          entry(
              info("claude_organization", "An organisation.", "org", "organization_id", "name"),
              "SELECT DISTINCT connection, id, "
                  + shown("name")
                  + ", '1' FROM organization WHERE connection IS NOT NULL ORDER BY ALL",
              "organization"),
          entry(
              info(
                      "claude_workspace",
                      "A workspace; the default one has the id default, as usage and cost do not tell its own.",
                      "org",
                      "workspace_id",
                      "name",
                      "archived")
                  .caution(JOIN),
              """
              WITH known AS (
                SELECT connection, CASE WHEN is_default THEN 'default' ELSE id END AS id, %s AS name, (archived_at IS NOT NULL)::VARCHAR AS archived
                FROM workspaces WHERE connection IS NOT NULL)
              SELECT connection, id, min(name), min(archived), '1' FROM (
                SELECT * FROM known UNION ALL
                SELECT DISTINCT connection, 'default', 'Default Workspace', 'false' FROM known
                WHERE connection NOT IN (SELECT connection FROM known WHERE id = 'default'))
              GROUP BY ALL ORDER BY ALL\
              """
                  .formatted(shown("name")),
              "workspaces"),
          entry(
              info(
                      "claude_api_key",
                      "An API key.",
                      "org",
                      "api_key_id",
                      "workspace_id",
                      "name",
                      "status")
                  .caution(
                      "A mail address in a name is left out. "
                          + JOIN.replace("workspace", "api_key")),
              """
              SELECT connection, id, any_value(CASE WHEN workspace_id IS NULL AND scope_type = 'workspace' THEN 'default' ELSE workspace_id END),
                any_value(%s), any_value(status), '1'
              FROM api_keys WHERE connection IS NOT NULL AND id IS NOT NULL GROUP BY connection, id ORDER BY ALL\
              """
                  .formatted(shown("name")),
              "api_keys"),
          times(
              "claude_api_key_created_timestamp_seconds",
              "When the key was made.",
              "created_at",
              ""),
          times(
              "claude_api_key_expires_timestamp_seconds",
              "When the key expires.",
              "expires_at",
              "Absent for never."),
          entry(
              gauge(
                      "claude_api_key_last_used_timestamp_seconds",
                      "seconds",
                      "Start of the last bucket in which the key was used.",
                      "org",
                      "api_key_id")
                  .caution(
                      "Of all that is collected; absent where no use is known. Within the bucket, a day at worst, the"
                          + " time is not known."),
              """
              SELECT connection, api_key_id, (epoch_us(max(bucket_start)) // 1000000)::VARCHAR FROM usage_report
              WHERE connection IS NOT NULL AND api_key_id IS NOT NULL AND (uncached_input_tokens > 0 OR cache_read_input_tokens > 0 OR output_tokens > 0
                OR cache_creation_5m_input_tokens > 0 OR cache_creation_1h_input_tokens > 0 OR web_search_requests > 0)
              GROUP BY ALL ORDER BY ALL\
              """,
              "usage_report"));

  private DirectoryMetrics() {}

  private static Entry entry(Metric metric, String sql, String... needed) {
    return new Entry(metric, SqlReading.of(metric, _ -> sql, needed));
  }

  private static Entry times(String name, String meaning, String column, String caution) {
    return entry(
        gauge(name, "seconds", meaning, "org", "api_key_id").caution(caution),
        "SELECT connection, id, (epoch_us(min(%s)) // 1000000)::VARCHAR FROM api_keys WHERE connection IS NOT NULL AND id IS NOT NULL GROUP BY ALL ORDER BY ALL"
            .formatted(column),
        "api_keys");
  }

  /** Mail addresses are no labels, wherever somebody wrote one. */
  private static String shown(String column) {
    return "regexp_replace(" + column + ", '[^ @<>]+@[^ @<>]+', '(mail address)', 'g')";
  }
}
