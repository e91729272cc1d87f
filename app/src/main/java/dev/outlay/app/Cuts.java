package dev.outlay.app;

import dev.outlay.app.setting.Nearest;
import dev.outlay.app.setting.WrongUse;
import dev.outlay.dataset.catalogue.Cut;
import dev.outlay.dataset.catalogue.Datasets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What the usage report may be grouped by, as people write it. */
final class Cuts {
  static final List<String> NAMES =
      Arrays.stream(Cut.values()).map(cut -> cut.name().toLowerCase(Locale.ROOT)).toList();

  /** Written where an empty list cannot be. */
  static final String NONE = "none";

  private Cuts() {}

  /** The dimensions of each; a single word is the name of a cut, or else a dimension. */
  static List<List<String>> dimensions(String setting, List<List<String>> cuts) {
    return cuts.stream()
        .filter(cut -> !cut.equals(List.of(NONE)))
        .map(cut -> dimensionsOf(setting, cut))
        .toList();
  }

  private static List<String> dimensionsOf(String setting, List<String> cut) {
    return cut.stream()
        .limit(1)
        .flatMap(word -> Cut.named(word).stream())
        .filter(_ -> cut.size() == 1)
        .map(Cut::dimensions)
        .findFirst()
        .orElseGet(() -> own(setting, cut));
  }

  private static List<String> own(String setting, List<String> cut) {
    cut.forEach(dimension -> check(setting, dimension));
    if (cut.size() > Cut.MOST) {
      throw new WrongUse(
          setting
              + ": "
              + String.join("+", cut)
              + " is more than the "
              + Cut.MOST
              + " dimensions the API allows");
    }
    return cut;
  }

  private static void check(String setting, String dimension) {
    List<String> dimensions = Datasets.named("usage_report").orElseThrow().cuts();
    if (!dimensions.contains(dimension)) {
      throw new WrongUse(
          setting
              + ": "
              + dimension
              + " is neither a cut nor a dimension"
              + Nearest.hint(
                  dimension, Stream.concat(NAMES.stream(), dimensions.stream()).toList()));
    }
  }
}
