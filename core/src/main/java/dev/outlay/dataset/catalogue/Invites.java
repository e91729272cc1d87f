package dev.outlay.dataset.catalogue;

import static dev.outlay.dataset.Field.key;
import static dev.outlay.dataset.Field.value;
import static dev.outlay.dataset.From.item;
import static dev.outlay.dataset.From.needed;
import static dev.outlay.table.Type.Plain.INSTANT;
import static dev.outlay.table.Type.Plain.JSON;
import static dev.outlay.table.Type.Plain.TEXT;

import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.Paging;

/** Invitations. Deleted ones are never listed. */
final class Invites {
  static final Dataset DATASET =
      Dataset.called("invites")
          .meaning("Invitations into the organisation.")
          .documented("https://platform.claude.com/docs/en/api/admin/invites/list", "2026-11-20")
          .get("/v1/organizations/invites")
          .paging(Paging.ID, 1000)
          .items("data")
          .fields(
              key("id", TEXT, needed("id"), "invite_…"),
              value("email", TEXT, item("email"), "Who was invited."),
              value("role", TEXT, item("role"), "The role offered."),
              value("status", TEXT, item("status"), "pending, accepted or expired."),
              value("invited_at", INSTANT, item("invited_at"), "When it was sent."),
              value("expires_at", INSTANT, item("expires_at"), "When it lapses."),
              value("accepted_at", INSTANT, item("accepted_at"), "Null: not accepted."),
              value("rbac_group_ids", JSON, item("rbac_group_ids"), "Groups they will join."),
              value("type", TEXT, item("type"), "invite."))
          .build();

  private Invites() {}
}
