package dev.outlay.cli.output;

import dev.outlay.store.ResultSink.ResultColumn;
import java.util.regex.Pattern;

/** What a column holds, as far as showing it goes. */
enum Kind {
  NUMBER,
  /** A day, a time or both. */
  TIME,
  /** JSON, and lists, structs and maps, whose text is JSON. */
  JSON,
  OTHER;

  private static final Pattern NESTED = Pattern.compile("(STRUCT|MAP)\\(.*|.*]");
  private static final Pattern NUMBERS =
      Pattern.compile("U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|BIGNUM|FLOAT|DOUBLE|DECIMAL\\(.*\\)");

  /** Whether a part of it still says something; half a number or a day would say another. */
  boolean mayBeCut() {
    return this != NUMBER && this != TIME;
  }

  static Kind of(ResultColumn column) {
    String type = column.type();
    if (type.equals("JSON") || NESTED.matcher(type).matches()) {
      return JSON;
    }
    if (type.startsWith("DATE") || type.startsWith("TIME")) {
      return TIME;
    }
    return NUMBERS.matcher(type).matches() ? NUMBER : OTHER;
  }
}
