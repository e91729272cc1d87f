package dev.outlay.shape.focus.check;

import dev.outlay.shape.focus.check.Known.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether each column of decimals of a text file has a decimal point anywhere. */
final class Points {
  private static final List<String> DECIMALS =
      Known.COLUMNS.values().stream()
          .filter(known -> known.kind() == Kind.DECIMAL)
          .map(Known::name)
          .toList();

  private final Set<String> filled = new HashSet<>();
  private final Set<String> pointed = new HashSet<>();

  void add(Row row) {
    for (String column : DECIMALS) {
      String text = row.text(column);
      if (text != null && !pointed.contains(column)) {
        (text.indexOf('.') < 0 ? filled : pointed).add(column);
      }
    }
  }

  void into(Findings findings) {
    filled.stream()
        .filter(column -> !pointed.contains(column))
        .forEach(column -> findings.file(FileRules.POINT, column));
  }
}
