package dev.outlay.ask.catalogue;

import static dev.outlay.ask.Data.CLAUDE_CODE;
import static dev.outlay.ask.Data.CLAUDE_CODE_MODELS;
import static dev.outlay.ask.Data.CLAUDE_CODE_TOOLS;

import dev.outlay.ask.Condition;
import dev.outlay.ask.How;
import dev.outlay.ask.How.Counted;
import dev.outlay.ask.How.Divided;
import dev.outlay.ask.How.Summed;
import dev.outlay.ask.Measure;
import dev.outlay.ask.Unit;
import dev.outlay.ask.Way;
import java.util.List;
import java.util.stream.Stream;

/** What Claude Code did. */
final class ClaudeCode {
  private static final Condition PEOPLE =
      new Condition("actor_type", Condition.Test.IS, List.of("user_actor"));

  static final List<Measure> ALL =
      Stream.of(
              Stream.of(
                  sum(
                      "sessions",
                      "Sessions",
                      Unit.COUNT,
                      "Sessions of Claude Code.",
                      "num_sessions"),
                  sum(
                      "lines_added",
                      "Lines added",
                      Unit.LINES,
                      "Lines of code added.",
                      "lines_added"),
                  sum(
                      "lines_removed",
                      "Lines removed",
                      Unit.LINES,
                      "Lines of code removed.",
                      "lines_removed"),
                  sum(
                      "commits",
                      "Commits",
                      Unit.COUNT,
                      "Commits made by Claude Code.",
                      "commits_by_claude_code"),
                  sum(
                      "pull_requests",
                      "Pull requests",
                      Unit.COUNT,
                      "Pull requests made by Claude Code.",
                      "pull_requests_by_claude_code")),
              tool("edit", "Edit"),
              tool("multi_edit", "Multi-edit"),
              tool("write", "Write"),
              tool("notebook_edit", "Notebook edit"),
              Stream.of(
                  of(
                      "tools_accepted",
                      "Proposals accepted",
                      Unit.COUNT,
                      "Changes proposed by any tool and accepted.",
                      "sum of accepted",
                      new Summed(List.of(Way.sum(CLAUDE_CODE_TOOLS, "accepted")))),
                  of(
                      "tools_rejected",
                      "Proposals rejected",
                      Unit.COUNT,
                      "Changes proposed by any tool and rejected.",
                      "sum of rejected",
                      new Summed(List.of(Way.sum(CLAUDE_CODE_TOOLS, "rejected")))),
                  rate("acceptance_rate", "Acceptance rate", "tools_accepted", "tools_rejected"),
                  of(
                      "active_developers",
                      "Active developers",
                      Unit.COUNT,
                      "People who used Claude Code; one who was there on several days counts once.",
                      "different actors that are people",
                      new Counted(CLAUDE_CODE, List.of("actor"), PEOPLE)),
                  of(
                      "developer_days",
                      "Developer days",
                      Unit.COUNT,
                      "Days on which a person used Claude Code, added over people.",
                      "different pairs of person and day",
                      new Counted(CLAUDE_CODE, List.of("actor", "date"), PEOPLE)),
                  of(
                      "claude_code_cost",
                      "Claude Code cost (estimate)",
                      Unit.USD,
                      "Estimated by the API at list prices; subscriptions are not billed by it.",
                      "sum of estimated cost / 100",
                      new Summed(
                          List.of(
                              Way.dollars(CLAUDE_CODE, "total_estimated_cost_cents"),
                              Way.dollars(CLAUDE_CODE_MODELS, "estimated_cost_cents")))),
                  of(
                      "claude_code_tokens",
                      "Claude Code tokens",
                      Unit.TOKENS,
                      "All tokens of Claude Code.",
                      "sum of input, output, cache read and cache creation",
                      new Summed(
                          List.of(
                              Way.sum(
                                  CLAUDE_CODE,
                                  "total_input_tokens",
                                  "total_output_tokens",
                                  "total_cache_read_tokens",
                                  "total_cache_creation_tokens"),
                              Way.sum(
                                  CLAUDE_CODE_MODELS,
                                  "input_tokens",
                                  "output_tokens",
                                  "cache_read_tokens",
                                  "cache_creation_tokens")))),
                  per(
                      "cost_per_developer_day",
                      "Cost per developer day",
                      "claude_code_cost",
                      "developer_days"),
                  per("cost_per_session", "Cost per session", "claude_code_cost", "sessions"),
                  per("cost_per_commit", "Cost per commit", "claude_code_cost", "commits"),
                  per(
                      "cost_per_pull_request",
                      "Cost per pull request",
                      "claude_code_cost",
                      "pull_requests")))
          .flatMap(part -> part)
          .toList();

  private ClaudeCode() {}

  private static Stream<Measure> tool(String tool, String title) {
    String accepted = tool + "_accepted";
    String rejected = tool + "_rejected";
    return Stream.of(
        sum(
            accepted,
            title + "s accepted",
            Unit.COUNT,
            "Changes of this tool that were accepted.",
            tool + "_tool_accepted"),
        sum(
            rejected,
            title + "s rejected",
            Unit.COUNT,
            "Changes of this tool that were rejected.",
            tool + "_tool_rejected"),
        rate(tool + "_acceptance_rate", title + " acceptance rate", accepted, rejected));
  }

  private static Measure sum(String name, String title, Unit unit, String meaning, String column) {
    return of(
        name,
        title,
        unit,
        meaning,
        "sum of " + column,
        new Summed(List.of(Way.sum(CLAUDE_CODE, column))));
  }

  private static Measure rate(String name, String title, String accepted, String rejected) {
    return of(
        name,
        title,
        Unit.RATIO,
        "The part of the proposals that was accepted.",
        accepted + " / (" + accepted + " + " + rejected + ")",
        new Divided(accepted, List.of(accepted, rejected), 1));
  }

  private static Measure per(String name, String title, String over, String under) {
    return of(
        name,
        title,
        Unit.USD_EACH,
        "Estimated by the API at list prices, on average.",
        over + " / " + under,
        new Divided(over, List.of(under), 1));
  }

  private static Measure of(
      String name, String title, Unit unit, String meaning, String formula, How how) {
    return new Measure(name, title, unit, meaning, formula, how);
  }
}
