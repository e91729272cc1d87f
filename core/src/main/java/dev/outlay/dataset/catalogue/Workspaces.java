package dev.outlay.dataset.catalogue;

import static dev.outlay.dataset.Field.key;
import static dev.outlay.dataset.Field.value;
import static dev.outlay.dataset.From.asked;
import static dev.outlay.dataset.From.item;
import static dev.outlay.dataset.From.needed;
import static dev.outlay.table.Type.Plain.BOOLEAN;
import static dev.outlay.table.Type.Plain.INSTANT;
import static dev.outlay.table.Type.Plain.JSON;
import static dev.outlay.table.Type.Plain.TEXT;

import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.Dataset.Lookup;
import dev.outlay.dataset.Paging;

/** Workspaces. The list leaves the Default Workspace out; keys name it by id. */
final class Workspaces {
  static final Dataset DATASET =
      Dataset.called("workspaces")
          .meaning("Workspaces, archived ones and the Default Workspace included.")
          .documented("https://platform.claude.com/docs/en/api/admin/workspaces/list", "2026-11-20")
          .get("/v1/organizations/workspaces")
          .with("include_archived", "true")
          .paging(Paging.ID, 1000)
          .items("data")
          .lookup(
              new Lookup(
                  "/v1/organizations/workspaces/{id}",
                  ApiKeys.DATASET,
                  "workspace_id",
                  "is_default"))
          .fields(
              key("id", TEXT, needed("id"), "wrkspc_…"),
              value("name", TEXT, item("name"), "Its name; may change."),
              value("created_at", INSTANT, item("created_at"), "When it was made."),
              value("archived_at", INSTANT, item("archived_at"), "Null: in use."),
              value("display_color", TEXT, item("display_color"), "#RRGGBB."),
              value("compartment_id", TEXT, item("compartment_id"), "Encryption compartment."),
              value("external_key_id", TEXT, item("external_key_id"), "Customer-managed key."),
              value("data_residency", JSON, item("data_residency"), "Where data may be."),
              value("tags", JSON, item("tags"), "Labels, name to text."),
              value("is_default", BOOLEAN, asked("is_default"), "Whether it is the Default one."),
              value("type", TEXT, item("type"), "workspace."))
          .build();

  private Workspaces() {}
}
