package dev.outlay.server;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** JSON Schemas of records, found by looking at them. */
final class Schemas {
  private static final Map<Type, Map<String, Object>> PLAIN =
      Map.ofEntries(
          Map.entry(String.class, Map.of("type", "string")),
          Map.entry(boolean.class, Map.of("type", "boolean")),
          Map.entry(Boolean.class, Map.of("type", "boolean")),
          Map.entry(int.class, integer("int32")),
          Map.entry(Integer.class, integer("int32")),
          Map.entry(long.class, integer("int64")),
          Map.entry(Long.class, integer("int64")),
          Map.entry(BigInteger.class, Map.of("type", "integer")),
          Map.entry(BigDecimal.class, map("type", "string", "format", "decimal")),
          Map.entry(Instant.class, map("type", "string", "format", "date-time")),
          Map.entry(LocalDate.class, map("type", "string", "format", "date")),
          Map.entry(Object.class, Map.of("type", List.of("string", "number", "boolean", "null"))));

  private final Map<String, Class<?>> names = new TreeMap<>();
  private final Map<String, Object> definitions = new TreeMap<>();

  /** The schema of a type; the records in it are defined by name. */
  Map<String, Object> of(Class<?> type) {
    return plain(type);
  }

  /** Every record that was met, by name. */
  Map<String, Object> definitions() {
    return definitions;
  }

  private Map<String, Object> of(AnnotatedType type) {
    Map<String, Object> schema = unmarked(type);
    return type.isAnnotationPresent(Nullable.class) ? orNull(schema) : schema;
  }

  private Map<String, Object> unmarked(AnnotatedType type) {
    if (!(type instanceof AnnotatedParameterizedType of)) {
      return plain(type.getType());
    }
    AnnotatedType[] inner = of.getAnnotatedActualTypeArguments();
    Class<?> raw = (Class<?>) ((ParameterizedType) type.getType()).getRawType();
    if (Collection.class.isAssignableFrom(raw)) {
      return map("type", "array", "items", of(inner[0]));
    }
    if (Map.class.isAssignableFrom(raw)) {
      return map("type", "object", "additionalProperties", of(inner[1]));
    }
    if (raw == Optional.class) {
      return of(inner[0]);
    }
    throw new IllegalArgumentException("no schema for " + type);
  }

  private Map<String, Object> plain(Type type) {
    Map<String, Object> plain = PLAIN.get(type);
    if (plain != null) {
      return plain;
    }
    if (type instanceof Class<?> known && known.isEnum()) {
      return map("type", "string", "enum", words(known));
    }
    if (type instanceof Class<?> known && known.isRecord()) {
      return Map.of("$ref", "#/components/schemas/" + defined(known));
    }
    throw new IllegalArgumentException("no schema for " + type);
  }

  private String defined(Class<?> type) {
    String name = type.getSimpleName();
    Class<?> before = names.putIfAbsent(name, type);
    if (before == null) {
      definitions.put(name, object(type));
    } else if (before != type) {
      throw new IllegalArgumentException(
          "two records are called " + name + ": " + before + " and " + type);
    }
    return name;
  }

  private Map<String, Object> object(Class<?> type) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      properties.put(Json.name(component), said(component, component(component)));
      if (!mayLack(component)) {
        required.add(Json.name(component));
      }
    }
    Map<String, Object> schema = said(type, map("type", "object"));
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    schema.put("properties", properties);
    return schema;
  }

  /** What is null is left out, so no schema of a part says null, except where it is said. */
  private Map<String, Object> component(RecordComponent component) {
    AnnotatedType type = component.getAnnotatedType();
    return always(component) ? of(type) : unmarked(type);
  }

  private static boolean mayLack(RecordComponent component) {
    return !always(component)
        && (component.getType() == Optional.class
            || component.getAnnotatedType().isAnnotationPresent(Nullable.class));
  }

  private static boolean always(RecordComponent component) {
    return component.getAccessor().isAnnotationPresent(JsonInclude.class);
  }

  private static Map<String, Object> said(AnnotatedElement element, Map<String, Object> schema) {
    Map<String, Object> copy = new LinkedHashMap<>(schema);
    Says says = element.getAnnotation(Says.class);
    if (says != null) {
      copy.put("description", says.value());
    }
    return copy;
  }

  private static Map<String, Object> orNull(Map<String, Object> schema) {
    return schema.get("type") instanceof List<?>
        ? schema
        : map("anyOf", List.of(schema, Map.of("type", "null")));
  }

  private static List<String> words(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(each -> ((Enum<?>) each).name().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static Map<String, Object> integer(String format) {
    return map("type", "integer", "format", format);
  }

  static Map<String, Object> map(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(String.valueOf(pairs[i]), pairs[i + 1]);
    }
    return map;
  }
}
