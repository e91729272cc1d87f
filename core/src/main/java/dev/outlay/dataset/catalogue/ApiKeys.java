package dev.outlay.dataset.catalogue;

import static dev.outlay.dataset.Field.key;
import static dev.outlay.dataset.Field.value;
import static dev.outlay.dataset.From.item;
import static dev.outlay.dataset.From.needed;
import static dev.outlay.table.Type.Plain.INSTANT;
import static dev.outlay.table.Type.Plain.TEXT;

import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.Paging;

/** Keys, in both spellings: scope and principal since 2026-10-21, workspace_id before. */
final class ApiKeys {
  static final Dataset DATASET =
      Dataset.called("api_keys")
          .meaning("API keys with owner, scope and status; never the key itself.")
          .documented("https://platform.claude.com/docs/en/api/admin/api_keys/list", "2026-11-20")
          .get("/v1/organizations/api_keys")
          .paging(Paging.ID, 1000)
          .items("data")
          .fields(
              key("id", TEXT, needed("id"), "apikey_…"),
              value("name", TEXT, item("name"), "Its name; may change."),
              value("status", TEXT, item("status"), "active, inactive, archived or expired."),
              value("created_at", INSTANT, item("created_at"), "When it was made."),
              value("expires_at", INSTANT, item("expires_at"), "Null: never."),
              value("created_by_id", TEXT, item("created_by.id"), "Null: legacy or system-made."),
              value("created_by_type", TEXT, item("created_by.type"), "user or service_account."),
              value("principal_type", TEXT, item("principal.type"), "Null: legacy workspace key."),
              value(
                  "principal_id",
                  TEXT,
                  item("principal.user_id", "principal.service_account_id", "principal.id"),
                  "Whose permissions it has."),
              value("scope_type", TEXT, item("scope.type"), "workspace or organization."),
              value(
                  "workspace_id",
                  TEXT,
                  item("scope.workspace_id", "workspace_id"),
                  "The workspace it is for, the Default Workspace by its real id."),
              value("partial_key_hint", TEXT, item("partial_key_hint"), "First and last letters."),
              value("type", TEXT, item("type"), "api_key."))
          .build();

  private ApiKeys() {}
}
