package dev.outlay.shape.focus.check;

import dev.outlay.shape.focus.check.Known.Kind;
import dev.outlay.shape.focus.check.Known.Need;
import dev.outlay.store.ResultSink.ResultColumn;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Looks at a heading. */
record Headings(Sheet sheet, Findings findings) {
  private static final Pattern NUMBER = Pattern.compile("DECIMAL.*|DOUBLE|FLOAT");
  private static final Pattern TIME = Pattern.compile("TIMESTAMP.*");
  private static final Pattern NESTED = Pattern.compile("VARCHAR|JSON|STRUCT.*|MAP.*");

  void check() {
    Known.COLUMNS.values().forEach(this::needed);
    Set<String> names = new HashSet<>();
    for (ResultColumn column : sheet.columns()) {
      if (!names.add(column.name())) {
        findings.file(FileRules.TWICE, column.name());
      }
      known(column);
    }
  }

  private void needed(Known known) {
    boolean wanted = known.need() != Need.MAY && known.versions().contains(sheet.version());
    if (wanted && !sheet.has(known.name())) {
      findings.file(FileRules.MISSING, known.name());
    }
  }

  private void known(ResultColumn column) {
    Known known = Known.COLUMNS.get(column.name());
    if (known == null) {
      own(column);
    } else if (!known.versions().contains(sheet.version())) {
      findings.file(FileRules.OTHER_VERSION, column.name());
    } else if (!column.type().isEmpty() && !fits(known.kind(), column.type())) {
      findings.file(FileRules.TYPE, column.name());
    }
  }

  private void own(ResultColumn column) {
    if (!column.name().startsWith("x_")) {
      findings.file(FileRules.UNKNOWN, column.name());
    }
  }

  private static boolean fits(Kind kind, String type) {
    return switch (kind) {
      case TEXT -> type.equals("VARCHAR");
      case DECIMAL -> NUMBER.matcher(type).matches();
      case INSTANT -> TIME.matcher(type).matches();
      case PAIRS -> NESTED.matcher(type).matches();
    };
  }
}
