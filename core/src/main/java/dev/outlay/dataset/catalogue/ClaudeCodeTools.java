package dev.outlay.dataset.catalogue;

import dev.outlay.dataset.Cells;
import dev.outlay.dataset.Dataset.Side;
import dev.outlay.dataset.Misfit;
import dev.outlay.dataset.Node;
import dev.outlay.table.Column;
import dev.outlay.table.Type.Plain;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every tool of each record of Claude Code, also those that did not exist when this was written.
 */
final class ClaudeCodeTools {
  static final Side SIDE =
      new Side(
          ClaudeCodeSide.table(
              "claude_code_tools",
              "Proposals of Claude Code's tools, accepted and rejected.",
              new Column("tool", Plain.TEXT, true, "edit_tool, write_tool, …"),
              new Column("accepted", Plain.INTEGER, false, "Proposals accepted."),
              new Column("rejected", Plain.INTEGER, false, "Proposals rejected.")),
          ClaudeCodeTools::rows);

  private ClaudeCodeTools() {}

  private static List<@Nullable Object[]> rows(Node item) {
    Node tools = item.child("tool_actions");
    return tools.names().stream().map(tool -> row(item, tool, actions(tools, tool))).toList();
  }

  private static Node actions(Node tools, String tool) {
    try {
      return tools.child(tool);
    } catch (Misfit misfit) {
      throw misfit.within("tool_actions");
    }
  }

  private static @Nullable Object[] row(Node item, String tool, Node actions) {
    return ClaudeCodeSide.row(
        item, tool, count(tool, "accepted", actions), count(tool, "rejected", actions));
  }

  private static @Nullable Object count(String tool, String verdict, Node actions) {
    String path = "tool_actions." + tool + "." + verdict;
    return Cells.cell(Plain.INTEGER, actions.get(verdict), path);
  }
}
