package dev.outlay.server;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parts of an address, decoded. */
final class Texts {
  private static final int LONG = 80;

  private Texts() {}

  static List<String> segments(String path) {
    return Arrays.stream(path.split("/", -1))
        .map(part -> decoded(part.replace("+", "%2B")))
        .toList();
  }

  /** The parameters of a query; one that is given twice is refused. */
  static Map<String, String> query(String query) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : query.split("&")) {
      if (!pair.isEmpty()) {
        String[] parts = pair.split("=", 2);
        String name = decoded(parts[0]);
        if (values.put(name, decoded(parts.length > 1 ? parts[1] : "")) != null) {
          throw Refusal.parameter(shortened(name), "is given twice", "");
        }
      }
    }
    return values;
  }

  /** What somebody sent, fit to be repeated to them. */
  static String shortened(String text) {
    String clean = text.replaceAll("\\p{Cntrl}", "?");
    return clean.length() > LONG ? clean.substring(0, LONG) + "…" : clean;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw Refusal.bad("the address is not encoded as addresses are: " + shortened(text));
    }
  }
}
