package dev.outlay.dataset.catalogue;

import static dev.outlay.dataset.Field.value;
import static dev.outlay.dataset.From.item;
import static dev.outlay.dataset.From.needed;
import static dev.outlay.table.Type.Plain.INTEGER;

import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.Field;

/** Usage by person, key, workspace, model and product, with the number of requests. */
final class AnalyticsUsage {
  static final Dataset DATASET =
      Analytics.called(
              "analytics_usage",
              "Tokens and requests of every product by day, actor, key, workspace and model.",
              "/v1/organizations/analytics/usage")
          .with(
              "group_by[]", "actor", "actor_type", "api_key_id", "model", "product", "workspace_id")
          .fields(
              Analytics.all(
                  Analytics.group(),
                  Analytics.others(),
                  tokens("uncached_input_tokens", "uncached_input_tokens"),
                  tokens("cache_read_input_tokens", "cache_read_input_tokens"),
                  tokens(
                      "cache_creation_5m_input_tokens", "cache_creation.ephemeral_5m_input_tokens"),
                  tokens(
                      "cache_creation_1h_input_tokens", "cache_creation.ephemeral_1h_input_tokens"),
                  tokens("output_tokens", "output_tokens"),
                  tokens("total_tokens", "total_tokens"),
                  tokens("web_search_requests", "server_tool_use.web_search_requests"),
                  value("requests", INTEGER, item("usage.requests"), "Requests; may be unknown."),
                  Analytics.refreshed()))
          .build();

  private AnalyticsUsage() {}

  private static Field tokens(String name, String path) {
    return value(name, INTEGER, needed("usage." + path), "A count, of tokens or searches.");
  }
}
