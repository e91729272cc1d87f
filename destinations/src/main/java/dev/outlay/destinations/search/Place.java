package dev.outlay.destinations.search;

import dev.outlay.table.Table;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a table is: in an index of its own, or, when it is called like a data stream ({@code
 * type-dataset-namespace}) and has an {@code @timestamp}, in that data stream.
 *
 * @param name of the index or data stream
 * @param stream whether it is a data stream
 */
record Place(String name, boolean stream) {
  private static final Pattern STREAM = Pattern.compile("(metrics|logs|traces)-([^-]+)-([^-]+)");
  private static final Pattern ALLOWED = Pattern.compile("[^-_+A-Z][^A-Z\\\\/*?\"<>| ,#:]{0,200}");

  static Place of(String prefix, Table table) {
    boolean stream =
        STREAM.matcher(table.name()).matches()
            && table.columns().stream().anyMatch(each -> each.name().equals("@timestamp"));
    String name = stream ? table.name() : (prefix + table.name()).toLowerCase(Locale.ROOT);
    if (!ALLOWED.matcher(name).matches()) {
      throw new IllegalArgumentException("no index can be called " + name);
    }
    return new Place(name, stream);
  }

  /** What the field holds in every document of a data stream; null where that is not so. */
  @Nullable String constant(String column) {
    Matcher parts = STREAM.matcher(name);
    if (!stream || !parts.matches()) {
      return null;
    }
    return switch (column) {
      case "data_stream.type" -> parts.group(1);
      case "data_stream.dataset", "event.dataset" -> parts.group(2);
      case "data_stream.namespace" -> parts.group(3);
      case "event.module" -> parts.group(2).replaceFirst("\\..*", "");
      default -> null;
    };
  }
}
