package dev.outlay.shape.focus.check;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The key-value format of FOCUS: one JSON object, each name once, each value plain. */
final class Pairs {
  private static final JsonFactory JSON = new JsonFactory();

  private Pairs() {}

  static boolean isOne(@Nullable String text) {
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text == null ? "" : text)) {
      return json.nextToken() == JsonToken.START_OBJECT
          && arePlain(json)
          && json.nextToken() == null;
    } catch (JacksonException _) {
      return false;
    }
  }

  private static boolean arePlain(JsonParser json) {
    Set<String> names = new HashSet<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      if (!names.add(json.currentName()) || !json.nextToken().isScalarValue()) {
        return false;
      }
    }
    return true;
  }
}
