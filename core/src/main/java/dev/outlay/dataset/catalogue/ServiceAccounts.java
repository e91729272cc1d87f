package dev.outlay.dataset.catalogue;

import static dev.outlay.dataset.Field.key;
import static dev.outlay.dataset.Field.value;
import static dev.outlay.dataset.From.item;
import static dev.outlay.dataset.From.needed;
import static dev.outlay.table.Type.Plain.INSTANT;
import static dev.outlay.table.Type.Plain.TEXT;

import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.Paging;

/** Only an OAuth token with org:admin may read them, so an organisation without is normal. */
final class ServiceAccounts {
  static final Dataset DATASET =
      Dataset.called("service_accounts")
          .meaning("Service accounts; readable with an OAuth token alone.")
          .documented(
              "https://platform.claude.com/docs/en/api/admin/service_accounts/list", "2026-11-20")
          .get("/v1/organizations/service_accounts")
          .with("include_archived", "true")
          .paging(Paging.TOKEN, 1000)
          .optional()
          .items("data")
          .leaving("archived_by_actor_id", "updated_by_actor_id")
          .fields(
              key("id", TEXT, needed("id"), "svac_…"),
              value("name", TEXT, item("name"), "Its name."),
              value("description", TEXT, item("description"), "What it is for."),
              value("organization_role", TEXT, item("organization_role"), "admin or developer."),
              value("created_at", INSTANT, item("created_at"), "When it was made."),
              value("updated_at", INSTANT, item("updated_at"), "When it was last changed."),
              value("archived_at", INSTANT, item("archived_at"), "Null: in use."),
              value("created_by_actor_id", TEXT, item("created_by_actor_id"), "Who made it."),
              value("type", TEXT, item("type"), "service_account."))
          .build();

  private ServiceAccounts() {}
}
