package dev.outlay.store;

import static java.util.stream.Collectors.joining;

import java.math.BigInteger;
import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.stream.Stream;
import org.duckdb.DuckDBStruct;
import org.duckdb.JsonNode;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/** Lists, structs and maps as JSON: whole numbers as numbers, decimals and times as strings. */
final class NestedJson {
  private NestedJson() {}

  static boolean isNested(Object value) {
    return value instanceof Array || value instanceof DuckDBStruct || value instanceof Map;
  }

  static String of(@Nullable Object value) throws SQLException {
    return switch (value) {
      case null -> "null";
      case Array list -> array((Object[]) list.getArray());
      case DuckDBStruct struct -> object(struct.getMap());
      case Map<?, ?> map -> object(map);
      case Object[] list -> array(list);
      case Boolean _, Long _, Integer _, Short _, Byte _, BigInteger _ -> value.toString();
      case Double real when Double.isFinite(real) -> value.toString();
      case Float real when Float.isFinite(real) -> value.toString();
      case JsonNode json -> json.toString();
      default -> quoted(text(value));
    };
  }

  private static String text(Object leaf) {
    return switch (leaf) {
      case OffsetDateTime time -> time.toInstant().toString();
      case Timestamp time -> time.toLocalDateTime().toString();
      default -> leaf.toString();
    };
  }

  private static String array(@Nullable Object[] list) throws SQLException {
    Stream.Builder<String> items = Stream.builder();
    for (Object each : list) {
      items.add(of(each));
    }
    return items.build().collect(joining(",", "[", "]"));
  }

  private static String object(Map<?, ?> map) throws SQLException {
    Stream.Builder<String> items = Stream.builder();
    for (Map.Entry<?, ?> each : map.entrySet()) {
      items.add(quoted(text(each.getKey())) + ":" + of(each.getValue()));
    }
    return items.build().collect(joining(",", "{", "}"));
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    JsonStringEncoder.getInstance().quoteAsString(text, out);
    return out.append('"').toString();
  }
}
