package dev.outlay.app;

import dev.outlay.app.setting.Nearest;
import dev.outlay.app.setting.WrongUse;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The named sets of dimensions the usage report is grouped by; the API allows five a request. */
final class Cuts {
  private static final int MOST = 5;
  static final SequencedMap<String, List<String>> NAMED =
      new TreeMap<>(
          java.util.Map.of(
              "spend",
              List.of("model", "workspace_id", "api_key_id", "service_tier", "context_window"),
              "place",
              List.of("model", "workspace_id", "inference_geo", "speed", "service_tier"),
              "who",
              List.of("model", "workspace_id", "account_id", "service_account_id", "api_key_id"),
              "limits",
              List.of("model", "workspace_id", "context_window")));

  private Cuts() {}

  /** The dimensions of each; a single word is the name of a cut, or else a dimension. */
  static List<List<String>> dimensions(String setting, List<List<String>> cuts) {
    return cuts.stream()
        .filter(cut -> !cut.equals(List.of("none")))
        .map(cut -> dimensionsOf(setting, cut))
        .toList();
  }

  private static List<String> dimensionsOf(String setting, List<String> cut) {
    if (cut.size() == 1 && NAMED.containsKey(cut.getFirst())) {
      return NAMED.getOrDefault(cut.getFirst(), List.of());
    }
    cut.forEach(dimension -> check(setting, dimension));
    if (cut.size() > MOST) {
      throw new WrongUse(
          setting + ": " + String.join("+", cut) + " are more than the five dimensions the API allows");
    }
    return cut;
  }

  private static void check(String setting, String dimension) {
    TreeSet<String> known = new TreeSet<>();
    NAMED.values().forEach(known::addAll);
    if (!known.contains(dimension)) {
      known.addAll(NAMED.keySet());
      throw new WrongUse(
          setting + ": " + dimension + " is neither a cut nor a dimension"
              + Nearest.hint(dimension, known));
    }
  }
}
