package dev.outlay.people;

import dev.outlay.store.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What one should know to read a list of keys. */
final class Notes {
  private Notes() {}

  static List<Remark> of(List<KeyUse> keys, Map<String, KeyCut> cuts, Tables tables) {
    List<Remark> notes = new ArrayList<>();
    if (!tables.has("usage_report") || cuts.isEmpty()) {
      notes.add(new Remark("not_collected", "No usage by key was collected in this period."));
    }
    if (keys.stream().anyMatch(KeyUse::costIsEstimate)) {
      cuts.values().forEach(cut -> assumed(cut, notes));
    }
    long unpriced = keys.stream().mapToLong(KeyUse::unpricedTokens).sum();
    if (unpriced > 0) {
      notes.add(
          new Remark("not_priced", unpriced + " tokens have no known price and are in no cost."));
    }
    return notes;
  }

  private static void assumed(KeyCut cut, List<Remark> notes) {
    List<String> dark =
        List.of("service_tier", "inference_geo", "speed").stream()
            .filter(dimension -> !cut.has(dimension))
            .map(dimension -> dimension.replace('_', ' '))
            .toList();
    if (!dark.isEmpty()) {
      notes.add(
          new Remark(
              "assumed_terms",
              cut.connection()
                  + ": costs not yet billed are estimated from tokens; usage by key does not tell "
                  + String.join(", ", dark)
                  + ". Where it matters the usual is taken, and the true cost may be higher."));
    }
  }
}
