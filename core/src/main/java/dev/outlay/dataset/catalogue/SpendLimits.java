package dev.outlay.dataset.catalogue;

import static dev.outlay.dataset.Field.key;
import static dev.outlay.dataset.Field.value;
import static dev.outlay.dataset.From.item;
import static dev.outlay.dataset.From.needed;
import static dev.outlay.table.Type.CENTS;
import static dev.outlay.table.Type.Plain.BOOLEAN;
import static dev.outlay.table.Type.Plain.INSTANT;
import static dev.outlay.table.Type.Plain.TEXT;

import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.Dataset.Budget;
import dev.outlay.dataset.Paging;

/** Early access for Console organisations: not having it is normal. */
final class SpendLimits {
  static final Dataset DATASET =
      Dataset.called("spend_limits")
          .meaning("Spend limits; an amount of null is no limit.")
          .documented(
              "https://platform.claude.com/docs/en/api/beta/organization/spend_limits/list",
              "2026-11-20")
          .get("/v1/organizations/spend_limits")
          .beta("spend-limit-reads-2026-09-26")
          .paging(Paging.TOKEN, 1000)
          .budget(Budget.ANALYTICS)
          .optional()
          .items("data")
          .fields(
              key("id", TEXT, needed("id"), "spl_…"),
              value("scope_type", TEXT, item("scope.type"), "organization, workspace, …"),
              value(
                  "scope_id",
                  TEXT,
                  item(
                      "scope.workspace_id",
                      "scope.user_id",
                      "scope.rbac_group_id",
                      "scope.seat_tier",
                      "scope.service"),
                  "What it is for; null: the organisation."),
              value("period", TEXT, item("period"), "daily, weekly or monthly."),
              value("amount_cents", CENTS, item("amount"), "In cents; null: no limit."),
              value("currency", TEXT, item("currency"), "ISO code."),
              value("is_enabled", BOOLEAN, item("is_enabled"), "Whether it is enforced."),
              value("created_at", INSTANT, item("created_at"), "When it was set."),
              value("updated_at", INSTANT, item("updated_at"), "When it was last changed."),
              value("type", TEXT, item("type"), "spend_limit."))
          .build();

  private SpendLimits() {}
}
