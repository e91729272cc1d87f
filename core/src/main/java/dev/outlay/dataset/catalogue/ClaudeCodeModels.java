package dev.outlay.dataset.catalogue;

import dev.outlay.dataset.Dataset.Side;
import dev.outlay.dataset.Node;
import dev.outlay.table.Column;
import dev.outlay.table.Type;
import dev.outlay.table.Type.Plain;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The models of each record of Claude Code. */
final class ClaudeCodeModels {
  static final Side SIDE =
      new Side(
          ClaudeCodeSide.table(
              "claude_code_models",
              "Tokens and estimated cost of Claude Code by model.",
              new Column("model", Plain.TEXT, true, "The model."),
              new Column("input_tokens", Plain.INTEGER, false, "Input, in tokens."),
              new Column("output_tokens", Plain.INTEGER, false, "Output, in tokens."),
              new Column("cache_read_tokens", Plain.INTEGER, false, "Read from cache."),
              new Column("cache_creation_tokens", Plain.INTEGER, false, "Written to cache."),
              new Column("estimated_cost_cents", Type.CENTS, false, "At list prices, in cents."),
              new Column("currency", Plain.TEXT, false, "ISO code.")),
          ClaudeCodeModels::rows);

  private ClaudeCodeModels() {}

  private static List<@Nullable Object[]> rows(Node item) {
    return item.each("model_breakdown").stream().map(model -> row(item, model)).toList();
  }

  private static @Nullable Object[] row(Node item, Node model) {
    return ClaudeCodeSide.row(
        item,
        ClaudeCode.text(model, "model"),
        ClaudeCode.integer(model, "tokens.input"),
        ClaudeCode.integer(model, "tokens.output"),
        ClaudeCode.integer(model, "tokens.cache_read"),
        ClaudeCode.integer(model, "tokens.cache_creation"),
        ClaudeCode.cell(Type.CENTS, model, "estimated_cost.amount"),
        ClaudeCode.text(model, "estimated_cost.currency"));
  }
}
