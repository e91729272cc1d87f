package dev.outlay.destinations.panels;

import static dev.outlay.destinations.panels.Agg.by;
import static dev.outlay.destinations.panels.Agg.different;
import static dev.outlay.destinations.panels.Agg.newest;
import static dev.outlay.destinations.panels.Agg.sum;
import static dev.outlay.destinations.panels.Agg.time;
import static dev.outlay.destinations.panels.Panel.bars;
import static dev.outlay.destinations.panels.Panel.number;
import static dev.outlay.destinations.panels.Panel.pie;
import static dev.outlay.destinations.panels.Panel.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The two dashboards: every panel of Elastic's, and what those lack. */
final class Boards {
  static final String COST = "outlay-cost";
  static final String USAGE = "outlay-usage";

  private static final String USD = "anthropic.cost.amount_usd";
  private static final String COST_WORKSPACE = "anthropic.cost.workspace_name";
  private static final String COST_MODEL = "anthropic.cost.model";
  private static final String COST_GEO = "anthropic.cost.inference_geo";
  private static final String WORKSPACE = "anthropic.usage.workspace_name";
  private static final String MODEL = "anthropic.usage.model";
  private static final String TIER = "anthropic.usage.service_tier";
  private static final String TOTAL = "outlay.total_tokens";
  private static final String NONE = "(none) is the Default Workspace.";
  private static final String NO_MODEL = "(none) is what has no model: web search, code execution.";

  /** A dashboard. */
  record Board(String id, String title, String meaning, List<Panel> panels) {}

  private Boards() {}

  static List<Board> all() {
    return List.of(
        new Board(COST, "Claude: Cost & Billing", "What Claude costs, by day (UTC).", cost()),
        new Board(USAGE, "Claude: Usage & Rate Limits", "Tokens, caches and headroom.", usage()));
  }

  private static List<Panel> cost() {
    return List.of(
        Panel.words(
            "About cost",
            "Costs are by **UTC day**, as billed. The last three days may still change. See also"
                + " [Usage & Rate Limits](#/view/"
                + USAGE
                + ")."),
        number("Total Cost (USD)", "", "cost", sum(USD, "USD")),
        number(
            "Active Workspaces (Cost)",
            "The Default Workspace is one.",
            "cost",
            different("anthropic.cost.workspace_id", "Workspaces")),
        number("Billing Line Items", "", "cost", different("anthropic.cost.description", "Lines")),
        table(
            "Invoice Reconciliation",
            "Every line of the bill, with its total.",
            "cost",
            List.of(
                sum(USD, "USD"),
                by("bucket", COST_WORKSPACE, 500, "Workspace"),
                by("bucket", "anthropic.cost.description", 500, "Description"),
                by("bucket", "anthropic.cost.currency", 10, "Currency"),
                by("bucket", COST_MODEL, 100, "Model"),
                by("bucket", COST_GEO, 20, "Geography"))),
        pie("Total Cost by Workspace", NONE, "cost", usdBy(COST_WORKSPACE)),
        pie("Cost by Model", NO_MODEL, "cost", usdBy(COST_MODEL)),
        pie("Cost by Inference Geography", "", "cost", usdBy(COST_GEO)),
        usdBy("Cost by Inference Geography and Model", COST_GEO, COST_MODEL),
        usdBy("Cost by Workspace and Inference Geography", COST_WORKSPACE, COST_GEO),
        usdBy("Cost by Workspace and Model", COST_WORKSPACE, COST_MODEL),
        bars("Cost Over Time", "", "cost", "histogram", 48, List.of(sum(USD, "USD"), time("d"))));
  }

  private static List<Map<String, Object>> usdBy(String field) {
    return List.of(sum(USD, "USD"), by("segment", field, 50, ""));
  }

  private static Panel usdBy(String title, String one, String other) {
    return bars(
        title,
        "",
        "cost",
        "horizontal_bar",
        16,
        List.of(sum(USD, "USD"), by("segment", one, 50, ""), by("group", other, 50, "")));
  }

  private static List<Panel> usage() {
    return List.of(
        Panel.words(
            "About usage",
            "All input is uncached input, cache reads and cache writes. See also"
                + " [Cost & Billing](#/view/"
                + COST
                + ")."),
        number("Total Input Tokens", "", "usage", sum("gen_ai.usage.input_tokens", "Input")),
        number("Total Output Tokens", "", "usage", sum("anthropic.usage.output_tokens", "Output")),
        VegaPanels.hitRate(),
        number(
            "Active Workspaces (Usage)",
            "The Default Workspace is one.",
            "usage",
            different("anthropic.usage.workspace_id", "Workspaces")),
        bars(
            "Total Tokens Over Time by Model",
            "",
            "usage",
            "histogram",
            48,
            List.of(sum(TOTAL, "Tokens"), time("h"), by("group", MODEL, 50, ""))),
        bars(
            "Most Used Models by Total Tokens (Top 10)",
            "",
            "usage",
            "horizontal_bar",
            24,
            List.of(sum(TOTAL, "Tokens"), by("segment", MODEL, 10, ""))),
        bars(
            "Total Token Usage by Workspace",
            NONE,
            "usage",
            "horizontal_bar",
            24,
            List.of(sum(TOTAL, "Tokens"), by("segment", WORKSPACE, 50, ""))),
        table(
            "Token Usage by Model, Workspace, and Service Tier",
            NONE,
            "usage",
            List.of(
                sum("anthropic.usage.uncached_input_tokens", "Uncached"),
                sum("anthropic.usage.cached_input_tokens", "Cache reads"),
                sum("anthropic.usage.cache_creation_input_tokens", "Cache writes"),
                sum("anthropic.usage.output_tokens", "Output"),
                by("bucket", MODEL, 100, "Model"),
                by("bucket", WORKSPACE, 500, "Workspace"),
                by("bucket", TIER, 20, "Service tier"))),
        bars(
            "Token Usage Over Time (Hourly)",
            "",
            "usage",
            "histogram",
            48,
            List.of(
                sum("anthropic.usage.uncached_input_tokens", "Uncached"),
                sum("anthropic.usage.cached_input_tokens", "Cache reads"),
                sum("anthropic.usage.cache_creation_input_tokens", "Cache writes"),
                sum("anthropic.usage.output_tokens", "Output"),
                time("h"))),
        bars(
            "Total Tokens by Model",
            "",
            "usage",
            "histogram",
            24,
            List.of(
                sum("gen_ai.usage.input_tokens", "All input"),
                sum("anthropic.usage.output_tokens", "Output"),
                by("segment", MODEL, 50, ""))),
        bars(
            "Token Usage by Service Tier - Input vs Output",
            "Input is all input, cache writes too.",
            "usage",
            "histogram",
            24,
            List.of(
                sum("gen_ai.usage.input_tokens", "All input"),
                sum("anthropic.usage.output_tokens", "Output"),
                by("segment", TIER, 20, ""))),
        new Panel(
            "Cache Efficiency Ratio",
            "Parts of all input.",
            "usage",
            48,
            12,
            bars(
                    "Cache Efficiency Ratio",
                    "",
                    "usage",
                    "histogram",
                    48,
                    List.of(
                        sum("anthropic.usage.uncached_input_tokens", "Uncached"),
                        sum("anthropic.usage.cached_input_tokens", "Cache reads"),
                        sum("anthropic.usage.cache_creation_input_tokens", "Cache writes"),
                        by("segment", MODEL, 50, "")))
                .state()),
        table(
            "Rate Limit Ceilings - per Minute",
            "Those in force at the end of the period, of every group, batches too.",
            "rate_limit",
            List.of(
                newest(
                    "anthropic.rate_limit.input_tokens_per_minute_cache_aware",
                    "ITPM, cache-aware"),
                newest("anthropic.rate_limit.input_tokens_per_minute", "ITPM"),
                newest("anthropic.rate_limit.output_tokens_per_minute", "OTPM"),
                newest("anthropic.rate_limit.requests_per_minute", "RPM"),
                newest("anthropic.rate_limit.enqueued_batch_requests", "Batch queue"),
                groups())),
        VegaPanels.consumption());
  }

  /** In the order of their names: the newest value cannot be ordered by. */
  private static Map<String, Object> groups() {
    Map<String, Object> groups = by("bucket", "anthropic.rate_limit.group_id", 200, "Group");
    if (groups.get("params") instanceof Map<?, ?> params) {
      Map<String, Object> ordered = new LinkedHashMap<>();
      params.forEach((name, value) -> ordered.put((String) name, value));
      ordered.put("orderBy", "_key");
      ordered.put("order", "asc");
      groups.put("params", ordered);
    }
    return groups;
  }
}
