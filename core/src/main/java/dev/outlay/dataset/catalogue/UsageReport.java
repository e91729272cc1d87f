package dev.outlay.dataset.catalogue;

import static dev.outlay.dataset.Field.key;
import static dev.outlay.dataset.Field.value;
import static dev.outlay.dataset.From.asked;
import static dev.outlay.dataset.From.bucket;
import static dev.outlay.dataset.From.item;
import static dev.outlay.dataset.From.needed;
import static dev.outlay.table.Type.Plain.INSTANT;
import static dev.outlay.table.Type.Plain.INTEGER;
import static dev.outlay.table.Type.Plain.TEXT;

import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.Dataset.Budget;
import dev.outlay.dataset.Field;
import dev.outlay.dataset.Paging;
import dev.outlay.dataset.Settle;
import dev.outlay.dataset.Width;
import dev.outlay.dataset.Window;
import java.time.Duration;
import java.util.List;

/** Tokens by bucket. Rows of two cuts or two widths are never to be added together. */
final class UsageReport {
  private static final Width DAY = width("1d", Duration.ofDays(1), 31, 365, 72);
  private static final Width HOUR = width("1h", Duration.ofHours(1), 168, 30, 48);
  private static final Width MINUTE = width("1m", Duration.ofMinutes(1), 1440, 2, 24);

  static final Dataset DATASET =
      Dataset.called("usage_report")
          .meaning("Tokens of the Messages API by bucket, at several widths and cuts.")
          .documented(
              "https://platform.claude.com/docs/en/api/admin/usage_report/messages", "2026-11-20")
          .get("/v1/organizations/usage_report/messages")
          .beta("fast-mode-2026-02-01", "speed")
          .paging(Paging.PAGE, 0)
          .window(new Window.Buckets(List.of(DAY, HOUR, MINUTE)))
          .budget(Budget.REPORTS)
          .cuts(
              "account_id",
              "api_key_id",
              "context_window",
              "inference_geo",
              "model",
              "service_account_id",
              "service_tier",
              "speed",
              "workspace_id")
          .items("data", "results")
          .fields(
              key("bucket_start", INSTANT, bucket("starting_at"), "Start of the bucket, UTC."),
              value("bucket_end", INSTANT, bucket("ending_at"), "End of the bucket, UTC."),
              key("bucket_width", TEXT, asked("bucket_width"), "1m, 1h or 1d."),
              key("grouped_by", TEXT, asked("grouped_by"), "The cut: dimensions, comma-joined."),
              key("model", TEXT, item("model"), "Null: not asked."),
              key("workspace_id", TEXT, item("workspace_id"), "Null: Default Workspace."),
              key("api_key_id", TEXT, item("api_key_id"), "Null: Console traffic."),
              key("account_id", TEXT, item("account_id"), "Null: not through OAuth."),
              key("service_account_id", TEXT, item("service_account_id"), "Null: not federated."),
              key("service_tier", TEXT, item("service_tier"), "standard, batch, priority, …"),
              key("context_window", TEXT, item("context_window"), "0-200k or 200k-1M."),
              key("inference_geo", TEXT, item("inference_geo"), "global, us or not_available."),
              key("speed", TEXT, item("speed"), "standard or fast."),
              tokens("uncached_input_tokens", "uncached_input_tokens", "Input, not cached."),
              tokens("cache_read_input_tokens", "cache_read_input_tokens", "Input from cache."),
              tokens(
                  "cache_creation_5m_input_tokens",
                  "cache_creation.ephemeral_5m_input_tokens",
                  "Input written to the five-minute cache."),
              tokens(
                  "cache_creation_1h_input_tokens",
                  "cache_creation.ephemeral_1h_input_tokens",
                  "Input written to the one-hour cache."),
              tokens("output_tokens", "output_tokens", "Output."),
              tokens(
                  "web_search_requests",
                  "server_tool_use.web_search_requests",
                  "Web searches, in requests."))
          .build();

  private UsageReport() {}

  private static Width width(String name, Duration length, int limit, int days, int settleHours) {
    return new Width(
        name,
        length,
        limit,
        Duration.ofDays(days),
        new Settle.After(Duration.ofHours(settleHours)),
        length.equals(Width.DAY) ? Width.DAY : Duration.ofHours(1));
  }

  private static Field tokens(String name, String path, String meaning) {
    return value(name, INTEGER, needed(path), meaning);
  }
}
