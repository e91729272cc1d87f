package dev.outlay.ask.spend;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What spend can be broken down by; a column of {@code cost_report}. */
public enum Dimension {
  MODEL("model", "not a token cost"),
  WORKSPACE("workspace_id", "Default Workspace"),
  DESCRIPTION("description", "no description"),
  COST_TYPE("cost_type", "no cost type"),
  TOKEN_TYPE("token_type", "not a token cost"),
  SERVICE_TIER("service_tier", "not a token cost"),
  CONTEXT_WINDOW("context_window", "not a token cost"),
  INFERENCE_GEO("inference_geo", "no inference geo given"),
  CONNECTION("connection", "no connection");

  private final String column;
  private final String unnamed;

  Dimension(String column, String unnamed) {
    this.column = column;
    this.unnamed = unnamed;
  }

  /** The column that holds its ids. */
  public String column() {
    return column;
  }

  /** What a null in it means; null is a group like any other. */
  public String unnamed() {
    return unnamed;
  }

  /** Whether its ids have names of their own. */
  public boolean isNamed() {
    return this == WORKSPACE;
  }

  /** The dimension of that name or column. */
  public static Optional<Dimension> named(String name) {
    return Arrays.stream(values())
        .filter(each -> each.toString().equals(name) || each.column.equals(name))
        .findFirst();
  }

  /** The one whose name is most like it. */
  public static Dimension nearest(String name) {
    return Arrays.stream(values())
        .min(Comparator.comparingInt(each -> edits(each.toString(), name)))
        .orElseThrow();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static int edits(String a, String b) {
    int[] row = new int[b.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
