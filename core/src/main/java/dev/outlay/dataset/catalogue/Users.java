package dev.outlay.dataset.catalogue;

import static dev.outlay.dataset.Field.key;
import static dev.outlay.dataset.Field.value;
import static dev.outlay.dataset.From.item;
import static dev.outlay.dataset.From.needed;
import static dev.outlay.table.Type.Plain.INSTANT;
import static dev.outlay.table.Type.Plain.TEXT;

import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.Paging;

/** People. */
final class Users {
  static final Dataset DATASET =
      Dataset.called("users")
          .meaning("People of the organisation.")
          .documented("https://platform.claude.com/docs/en/api/admin/users/list", "2026-11-20")
          .get("/v1/organizations/users")
          .paging(Paging.ID, 1000)
          .items("data")
          .fields(
              key("id", TEXT, needed("id"), "user_…"),
              value("email", TEXT, item("email"), "E-mail address."),
              value("name", TEXT, item("name"), "Name."),
              value("role", TEXT, item("role"), "admin, developer, billing, user, …"),
              value("added_at", INSTANT, item("added_at"), "When they joined."),
              value("type", TEXT, item("type"), "user."))
          .build();

  private Users() {}
}
