package dev.outlay.dataset.catalogue;

import static dev.outlay.dataset.Field.key;
import static dev.outlay.dataset.Field.value;
import static dev.outlay.dataset.From.asked;
import static dev.outlay.dataset.From.item;
import static dev.outlay.dataset.From.needed;
import static dev.outlay.dataset.From.outer;
import static dev.outlay.table.Type.Plain.INTEGER;
import static dev.outlay.table.Type.Plain.JSON;
import static dev.outlay.table.Type.Plain.TEXT;

import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.Paging;
import dev.outlay.dataset.Window;

/** Limits of each workspace, inherited ones included. */
final class WorkspaceRateLimits {
  static final Dataset DATASET =
      Dataset.called("workspace_rate_limits")
          .meaning("Rate limits in force in every workspace in use, and where each comes from.")
          .documented(
              "https://platform.claude.com/docs/en/api/admin/workspaces/rate_limits/list",
              "2026-11-20")
          .get("/v1/organizations/workspaces/{parent}/rate_limits")
          .with("include_inherited", "true")
          .paging(Paging.TOKEN, 0)
          .window(new Window.EachOf("/v1/organizations/workspaces", "workspace_id"))
          .items("data", "limits")
          .fields(
              key("workspace_id", TEXT, asked("parent"), "wrkspc_…"),
              key("limit_id", TEXT, outer("rate_limit_id", "id"), "The organisation's entry."),
              key("group_id", TEXT, outer("group.id"), "rlg_…, the same everywhere."),
              key("group_type", TEXT, outer("group.type", "group_type"), "model_group, batch, …"),
              value("display_name", TEXT, outer("group.display_name"), "Of a model group."),
              value("models", JSON, outer("models"), "Model ids and aliases of the group."),
              key("limiter", TEXT, needed("type"), "requests_per_minute, …"),
              value("value", INTEGER, item("value"), "The limit in force here."),
              value("org_limit", INTEGER, item("org_limit"), "The organisation's own."),
              value("source", TEXT, item("source.type"), "workspace or organization."))
          .build();

  private WorkspaceRateLimits() {}
}
