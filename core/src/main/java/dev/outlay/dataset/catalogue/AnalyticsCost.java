package dev.outlay.dataset.catalogue;

import static dev.outlay.dataset.Field.key;
import static dev.outlay.dataset.Field.value;
import static dev.outlay.dataset.From.item;
import static dev.outlay.dataset.From.needed;
import static dev.outlay.table.Type.CENTS;
import static dev.outlay.table.Type.Plain.INTEGER;
import static dev.outlay.table.Type.Plain.TEXT;
import static dev.outlay.table.Type.USD;

import dev.outlay.dataset.Dataset;

/** Cost by person, key, workspace, model and product: the only place with real cost per key. */
final class AnalyticsCost {
  static final Dataset DATASET =
      Analytics.called(
              "analytics_cost",
              "Cost of every product by day, actor, key, workspace, model and kind of token.",
              "/v1/organizations/analytics/cost")
          .with(
              "group_by[]",
              "actor",
              "actor_type",
              "api_key_id",
              "cost_type",
              "model",
              "product",
              "token_type",
              "workspace_id")
          .fields(
              Analytics.all(
                  Analytics.group(),
                  Analytics.dimension("cost_type", "tokens, web_search, …"),
                  Analytics.dimension("token_type", "Only for tokens."),
                  Analytics.others(),
                  key("currency", TEXT, item("cost.currency"), "ISO code."),
                  value("amount_cents", CENTS, needed("cost.amount"), "After discount, in cents."),
                  value("list_amount_cents", CENTS, item("cost.list_amount"), "At list, in cents."),
                  value("amount_usd", USD, needed("cost.amount"), "After discount, in dollars."),
                  value("requests", INTEGER, item("cost.requests"), "Null by cost or token type."),
                  Analytics.refreshed()))
          .build();

  private AnalyticsCost() {}
}
