package dev.outlay.dataset.catalogue;

import static dev.outlay.dataset.Field.key;
import static dev.outlay.dataset.Field.value;
import static dev.outlay.dataset.From.asked;
import static dev.outlay.dataset.From.item;
import static dev.outlay.dataset.From.needed;
import static dev.outlay.table.Type.Plain.TEXT;

import dev.outlay.dataset.Dataset;

/** Who the key belongs to. */
final class Organizations {
  static final Dataset DATASET =
      Dataset.called("organization")
          .meaning("The organisation the key belongs to.")
          .documented(
              "https://platform.claude.com/docs/en/api/admin/organizations/me", "2026-11-20")
          .get("/v1/organizations/me")
          .fields(
              value(
                  "connection_id", TEXT, asked("connection_id"), "Immutable id of the connection."),
              value("organization_id", TEXT, needed("id"), "Id of the organisation."),
              key("id", TEXT, needed("id"), "Id of the organisation, as given."),
              value("name", TEXT, item("name"), "Its name."),
              value("type", TEXT, item("type"), "organization."))
          .build();

  private Organizations() {}
}
