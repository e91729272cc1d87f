package dev.outlay.destinations.search;

import dev.outlay.table.Column;
import dev.outlay.table.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * What a document holds as one number: the same for the same fields with the same texts, in
 * whatever order they stand. Remarks are left out.
 */
final class Digest {
  private final Set<String> remarks;
  private final Set<String> wanted;
  private final Map<String, String> texts = new HashMap<>();
  private long sum;

  /**
   * @param wanted fields whose texts are to be remembered
   */
  Digest(Table table, Set<String> wanted) {
    this.remarks =
        table.columns().stream()
            .filter(column -> column.role() == Column.Role.REMARK)
            .map(Column::name)
            .collect(Collectors.toSet());
    this.wanted = wanted;
  }

  /** Of the object that begins here. */
  long of(JsonParser json) {
    sum = 0;
    texts.clear();
    object(json, "");
    return sum;
  }

  long of(byte[] document) {
    try (JsonParser json = Json.parser(document)) {
      json.nextToken();
      return of(json);
    }
  }

  /** The texts of the wanted fields of the last document. */
  Map<String, String> texts() {
    return texts;
  }

  private void object(JsonParser json, String path) {
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      value(json, path.isEmpty() ? name : path + "." + name);
    }
  }

  private void array(JsonParser json, String path) {
    for (int at = 0; json.nextToken() != JsonToken.END_ARRAY; at++) {
      value(json, path + "[" + at);
    }
  }

  private void value(JsonParser json, String path) {
    switch (json.currentToken()) {
      case START_OBJECT -> object(json, path);
      case START_ARRAY -> array(json, path);
      case VALUE_NULL -> add(path, "", 1);
      case VALUE_STRING -> add(path, json.getString(), 2);
      default -> add(path, json.getString(), 3);
    }
  }

  private void add(String path, String text, int kind) {
    if (wanted.contains(path)) {
      texts.put(path, text);
    }
    if (!remarks.contains(path)) {
      sum += mixed(mixed(hash(path) + kind) ^ hash(text));
    }
  }

  private static long hash(String text) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
    }
    return mixed(hash);
  }

  private static long mixed(long value) {
    long mixed = (value ^ (value >>> 33)) * 0xFF51AFD7ED558CCDL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return mixed ^ (mixed >>> 33);
  }
}
