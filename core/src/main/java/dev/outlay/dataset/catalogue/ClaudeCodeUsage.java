package dev.outlay.dataset.catalogue;

import static dev.outlay.dataset.Field.key;
import static dev.outlay.dataset.Field.value;
import static dev.outlay.dataset.From.item;
import static dev.outlay.dataset.From.needed;
import static dev.outlay.dataset.From.worked;
import static dev.outlay.table.Type.CENTS;
import static dev.outlay.table.Type.Plain.BOOLEAN;
import static dev.outlay.table.Type.Plain.DATE;
import static dev.outlay.table.Type.Plain.INTEGER;
import static dev.outlay.table.Type.Plain.TEXT;

import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.Field;
import dev.outlay.dataset.Paging;
import dev.outlay.dataset.Settle;
import dev.outlay.dataset.Width;
import dev.outlay.dataset.Window;
import java.time.Duration;

/**
 * What Claude Code did, by person or key and day. One person may have several rows a day that agree
 * in everything but the numbers, hence numbered. Tools are an open set: the four with columns of
 * their own, and all of them in {@code claude_code_tools}.
 */
final class ClaudeCodeUsage {
  private static final Width DAY =
      new Width(
          "1d",
          Width.DAY,
          1,
          Duration.ofDays(365),
          new Settle.After(Duration.ofDays(2)),
          Duration.ofHours(1));

  static final Dataset DATASET =
      Dataset.called("claude_code_usage")
          .meaning("Claude Code by person or key, day and terminal; cost is an estimate.")
          .documented(
              "https://platform.claude.com/docs/en/api/admin/usage_report/claude_code",
              "2026-11-20")
          .get("/v1/organizations/usage_report/claude_code")
          .paging(Paging.PAGE, 1000)
          .window(new Window.Days(DAY))
          .items("data")
          .numbered()
          .fields(
              key("date", DATE, needed("date"), "The UTC day."),
              value("organization_id", TEXT, item("organization_id"), "The organisation."),
              key("actor_type", TEXT, needed("actor.type"), "user_actor or api_actor."),
              key("actor", TEXT, ClaudeCode.ACTOR, "E-mail address, or name of the key."),
              key("customer_type", TEXT, item("customer_type"), "api or subscription."),
              key("subscription_type", TEXT, item("subscription_type"), "enterprise or team."),
              key("terminal_type", TEXT, item("terminal_type"), "vscode, iTerm.app, tmux, …"),
              key("is_remote", BOOLEAN, item("is_remote"), "Whether it ran remotely."),
              count("num_sessions", "core_metrics.num_sessions", "Sessions."),
              count("lines_added", "core_metrics.lines_of_code.added", "Lines added."),
              count("lines_removed", "core_metrics.lines_of_code.removed", "Lines removed."),
              count("commits_by_claude_code", "core_metrics.commits_by_claude_code", "Commits."),
              count(
                  "pull_requests_by_claude_code",
                  "core_metrics.pull_requests_by_claude_code",
                  "Pull requests."),
              tool("edit_tool", "accepted"),
              tool("edit_tool", "rejected"),
              tool("multi_edit_tool", "accepted"),
              tool("multi_edit_tool", "rejected"),
              tool("write_tool", "accepted"),
              tool("write_tool", "rejected"),
              tool("notebook_edit_tool", "accepted"),
              tool("notebook_edit_tool", "rejected"),
              total("total_input_tokens", "input"),
              total("total_output_tokens", "output"),
              total("total_cache_read_tokens", "cache_read"),
              total("total_cache_creation_tokens", "cache_creation"),
              value(
                  "total_estimated_cost_cents",
                  CENTS,
                  worked(ClaudeCode::cost, "model_breakdown"),
                  "At list prices, in cents; null where models differ in currency."),
              value("currency", TEXT, worked(ClaudeCode::currency), "Null where models differ."),
              value("models_used", TEXT, worked(ClaudeCode::models), "Sorted, comma-joined."))
          .side(ClaudeCodeModels.SIDE)
          .side(ClaudeCodeTools.SIDE)
          .build();

  private ClaudeCodeUsage() {}

  private static Field count(String name, String path, String meaning) {
    return value(name, INTEGER, item(path), meaning);
  }

  private static Field tool(String tool, String verdict) {
    String name = tool + "_" + verdict;
    return count(name, "tool_actions." + tool + "." + verdict, "Proposals " + verdict + ".");
  }

  private static Field total(String name, String kind) {
    return value(
        name, INTEGER, worked(item -> ClaudeCode.total(item, kind)), "Over all models, in tokens.");
  }
}
