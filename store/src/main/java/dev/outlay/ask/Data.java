package dev.outlay.ask;

import java.util.Optional;

/** The tables that asks read; what the engine must know of each. */
public enum Data {
  USAGE("usage_report", "usage_report", "bucket_start", "tokens"),
  COST("cost_report", "cost_report", "bucket_start", "cost"),
  ANALYTICS_USAGE("analytics_usage", "analytics_usage", "bucket_start", "tokens"),
  ANALYTICS_COST("analytics_cost", "analytics_cost", "bucket_start", "cost"),
  CLAUDE_CODE("claude_code_usage", "claude_code_usage", "date", "Claude Code"),
  CLAUDE_CODE_MODELS("claude_code_models", "claude_code_usage", "date", "Claude Code"),
  CLAUDE_CODE_TOOLS("claude_code_tools", "claude_code_usage", "date", "Claude Code");

  private final String table;
  private final String coverage;
  private final String time;
  private final String about;

  Data(String table, String coverage, String time, String about) {
    this.table = table;
    this.coverage = coverage;
    this.time = time;
    this.about = about;
  }

  public String table() {
    return table;
  }

  /** The dataset under whose name its coverage is kept. */
  public String coverage() {
    return coverage;
  }

  /** The column that says when; a time, or a UTC day. */
  public String time() {
    return time;
  }

  public boolean hasDates() {
    return time.equals("date");
  }

  /** Whether it is kept in several widths and cuts that are never added. */
  public boolean hasWidths() {
    return this == USAGE;
  }

  /** Whether each row says by what it was grouped. */
  public boolean hasCuts() {
    return this == USAGE || this == ANALYTICS_USAGE || this == ANALYTICS_COST;
  }

  /** Whether its figures are of workspaces. */
  public boolean hasWorkspaces() {
    return !hasDates();
  }

  /** In words. */
  public String about() {
    return about;
  }

  /** The word by which its cut lists a column; they differ where one word makes several columns. */
  public Optional<String> grouping(String column) {
    return Optional.of(
            column.startsWith("actor_") && !column.equals("actor_type") ? "actor" : column)
        .filter(_ -> hasCuts());
  }

  @Override
  public String toString() {
    return table;
  }
}
