package dev.outlay.dataset.catalogue;

import static dev.outlay.dataset.Field.key;
import static dev.outlay.dataset.Field.value;
import static dev.outlay.dataset.From.item;
import static dev.outlay.dataset.From.needed;
import static dev.outlay.dataset.From.outer;
import static dev.outlay.table.Type.Plain.INTEGER;
import static dev.outlay.table.Type.Plain.JSON;
import static dev.outlay.table.Type.Plain.TEXT;

import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.Paging;

/** Limits of the organisation; one row a limiter. Limiter names are an open set. */
final class RateLimits {
  static final Dataset DATASET =
      Dataset.called("rate_limits")
          .meaning("Rate limits of the organisation, one row a group and limiter.")
          .documented(
              "https://platform.claude.com/docs/en/api/admin/rate_limits/list", "2026-11-20")
          .get("/v1/organizations/rate_limits")
          .paging(Paging.TOKEN, 0)
          .items("data", "limits")
          .fields(
              key("limit_id", TEXT, outer("id"), "Stable within the organisation."),
              key("group_id", TEXT, outer("group.id"), "rlg_…, the same everywhere."),
              key("group_type", TEXT, outer("group.type", "group_type"), "model_group, batch, …"),
              value("display_name", TEXT, outer("group.display_name"), "Of a model group."),
              value("models", JSON, outer("models"), "Model ids and aliases of the group."),
              key("limiter", TEXT, needed("type"), "requests_per_minute, …"),
              value("value", INTEGER, item("value"), "The limit, in the limiter's unit."))
          .build();

  private RateLimits() {}
}
