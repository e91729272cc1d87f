package dev.outlay.cli.output;

import dev.outlay.store.ResultSink.ResultColumn;
import java.util.regex.Pattern;

/** What a column holds, as far as showing it goes. */
enum Kind {
  NUMBER,
  /** A day, a time or both. */
  TIME,
  JSON,
  /** A list, struct or map: written as JSON inside its cell. */
  NESTED,
  OTHER;

  private static final Pattern NUMBERS =
      Pattern.compile("U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|BIGNUM|FLOAT|DOUBLE|DECIMAL\\(.*\\)");

  /** Whether a part of it still says something; half a number or a day would say another. */
  boolean mayBeCut() {
    return this != NUMBER && this != TIME;
  }

  static Kind of(ResultColumn column) {
    String type = column.type();
    if (type.endsWith("]") || type.startsWith("STRUCT(") || type.startsWith("MAP(")) {
      return NESTED;
    }
    if (type.startsWith("DATE") || type.startsWith("TIME")) {
      return TIME;
    }
    return type.equals("JSON") ? JSON : NUMBERS.matcher(type).matches() ? NUMBER : OTHER;
  }
}
