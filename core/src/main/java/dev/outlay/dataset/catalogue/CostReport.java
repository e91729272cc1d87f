package dev.outlay.dataset.catalogue;

import static dev.outlay.dataset.Field.key;
import static dev.outlay.dataset.Field.value;
import static dev.outlay.dataset.From.bucket;
import static dev.outlay.dataset.From.item;
import static dev.outlay.dataset.From.needed;
import static dev.outlay.table.Type.CENTS;
import static dev.outlay.table.Type.Plain.INSTANT;
import static dev.outlay.table.Type.Plain.TEXT;
import static dev.outlay.table.Type.USD;

import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.Dataset.Budget;
import dev.outlay.dataset.Paging;
import dev.outlay.dataset.Settle;
import dev.outlay.dataset.Width;
import dev.outlay.dataset.Window;
import java.time.Duration;
import java.util.List;

/** What each day cost. Only days, no filters: the API has no others. */
final class CostReport {
  /** Cost of a day is seen to move for two days; one more is caution. */
  private static final Width DAY =
      new Width(
          "1d",
          Width.DAY,
          31,
          Duration.ofDays(365),
          new Settle.After(Duration.ofDays(3)),
          Width.DAY);

  static final Dataset DATASET =
      Dataset.called("cost_report")
          .meaning("What every UTC day cost, by workspace and line of the bill.")
          .documented("https://platform.claude.com/docs/en/api/admin/cost_report", "2026-11-20")
          .get("/v1/organizations/cost_report")
          .with("group_by[]", "description", "workspace_id")
          .paging(Paging.PAGE, 0)
          .window(new Window.Buckets(List.of(DAY)))
          .budget(Budget.REPORTS)
          .items("data", "results")
          .fields(
              key("bucket_start", INSTANT, bucket("starting_at"), "Start of the day, UTC."),
              value("bucket_end", INSTANT, bucket("ending_at"), "End of the day, UTC."),
              key("workspace_id", TEXT, item("workspace_id"), "Null is the Default Workspace."),
              key("description", TEXT, item("description"), "The line of the bill; no contract."),
              key("cost_type", TEXT, item("cost_type"), "tokens, web_search, code_execution, …"),
              key("model", TEXT, item("model"), "Only for tokens."),
              key("token_type", TEXT, item("token_type"), "Only for tokens."),
              key("service_tier", TEXT, item("service_tier"), "standard or batch."),
              key("context_window", TEXT, item("context_window"), "0-200k or 200k-1M."),
              key("inference_geo", TEXT, item("inference_geo"), "global, us or not_available."),
              key("currency", TEXT, item("currency"), "ISO code; USD today."),
              value("amount_cents", CENTS, needed("amount"), "The amount as given, in cents."),
              value("amount_usd", USD, needed("amount"), "The same, in units of the currency."))
          .build();

  private CostReport() {}
}
