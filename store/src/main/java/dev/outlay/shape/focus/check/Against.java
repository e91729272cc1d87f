package dev.outlay.shape.focus.check;

import dev.outlay.shape.focus.FocusManifest;
import dev.outlay.shape.focus.Sha256;
import dev.outlay.store.ResultSink.ResultColumn;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Holds a file against its manifest. */
record Against(FocusManifest manifest, Findings findings) {
  void heading(Sheet sheet) {
    check(FileRules.VERSION, manifest.version().equals(sheet.version().toString()));
    List<String> names = sheet.columns().stream().map(ResultColumn::name).toList();
    check(FileRules.COLUMNS, manifest.columns().equals(names));
  }

  void sums(long rows, Map<String, BigDecimal> billed) {
    check(FileRules.ROWS, manifest.rows() == rows);
    check(FileRules.SUM, same(manifest.billed(), billed));
  }

  void file(Path file) throws IOException {
    check(FileRules.HASH, manifest.sha256().equals(Sha256.of(file)));
  }

  /** What is not known is no breach where the manifest says how often. */
  List<String> unknown() {
    List<String> notes = new ArrayList<>();
    counted(NullRules.QUANTITY, manifest.counts().withoutQuantity(), "quantity", notes);
    counted(NullRules.PRICE, manifest.counts().withoutPrice(), "price", notes);
    return notes;
  }

  private void counted(Rule rule, long told, String what, List<String> notes) {
    if (findings.count(rule) != told) {
      findings.file(FileRules.COUNTED, "");
    } else if (told > 0) {
      findings.excuse(rule);
      notes.add(told + (told == 1 ? " row has" : " rows have") + " no known " + what);
    }
  }

  private void check(Rule rule, boolean holds) {
    if (!holds) {
      findings.file(rule, "");
    }
  }

  private static boolean same(Map<String, BigDecimal> told, Map<String, BigDecimal> found) {
    return told.keySet().equals(found.keySet())
        && told.entrySet().stream()
            .allMatch(each ->
                each.getValue().compareTo(found.getOrDefault(each.getKey(), BigDecimal.ZERO)) == 0);
  }
}
