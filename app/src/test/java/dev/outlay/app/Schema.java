package dev.outlay.app;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a description promises of an answer, as far as it uses JSON Schema.
 *
 * @param description the whole OpenAPI document
 */
record Schema(JsonNode description) {
  static Schema of(String text) {
    return new Schema(JsonMapper.shared().readTree(text));
  }

  /** What the answer of a route is not as promised; empty where all is well. */
  List<String> breaches(String path, String method, String status, String body) {
    JsonNode content =
        description
            .at("/paths")
            .path(path)
            .path(method)
            .path("responses")
            .path(status)
            .path("content");
    JsonNode schema = content.path("application/json").path("schema");
    List<String> found = new ArrayList<>();
    if (!schema.isMissingNode()) {
      check(schema, JsonMapper.shared().readTree(body), "$", found);
    }
    return found;
  }

  private void check(JsonNode schema, JsonNode value, String at, List<String> found) {
    if (schema.has("$ref")) {
      check(description.at(schema.get("$ref").asString().substring(1)), value, at, found);
    } else if (schema.has("anyOf")) {
      checkAny(schema.get("anyOf"), value, at, found);
    } else if (!types(schema).contains(type(value)) && !types(schema).isEmpty()) {
      found.add(at + " is " + type(value) + ", not " + types(schema));
    } else {
      checkInside(schema, value, at, found);
    }
  }

  private void checkAny(JsonNode choices, JsonNode value, String at, List<String> found) {
    boolean fits =
        stream(choices)
            .anyMatch(each -> {
              List<String> own = new ArrayList<>();
              check(each, value, at, own);
              return own.isEmpty();
            });
    if (!fits) {
      found.add(at + " fits none of the choices: " + value);
    }
  }

  private void checkInside(JsonNode schema, JsonNode value, String at, List<String> found) {
    if (schema.has("enum") && stream(schema.get("enum")).noneMatch(value::equals)) {
      found.add(at + " is " + value + ", none of " + schema.get("enum"));
    }
    if (value.isArray()) {
      int place = 0;
      for (JsonNode each : value) {
        check(schema.path("items"), each, at + "[" + place++ + "]", found);
      }
    }
    if (value.isObject()) {
      checkObject(schema, value, at, found);
    }
  }

  private void checkObject(JsonNode schema, JsonNode value, String at, List<String> found) {
    stream(schema.path("required"))
        .map(JsonNode::asString)
        .filter(name -> !value.has(name))
        .forEach(name -> found.add(at + "." + name + " is missing"));
    value
        .properties()
        .forEach(each -> {
          JsonNode own = schema.path("properties").path(each.getKey());
          JsonNode part = own.isMissingNode() ? schema.path("additionalProperties") : own;
          if (part.isMissingNode()) {
            found.add(at + "." + each.getKey() + " is not promised");
          } else {
            check(part, each.getValue(), at + "." + each.getKey(), found);
          }
        });
  }

  private static List<String> types(JsonNode schema) {
    JsonNode type = schema.path("type");
    List<String> all =
        new ArrayList<>(
            type.isArray()
                ? stream(type).map(JsonNode::asString).toList()
                : type.isMissingNode() ? List.of() : List.of(type.asString()));
    if (all.contains("number")) {
      all.add("integer");
    }
    return all;
  }

  private static String type(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> "object";
      case ARRAY -> "array";
      case STRING -> "string";
      case BOOLEAN -> "boolean";
      case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
      default -> "null";
    };
  }

  private static java.util.stream.Stream<JsonNode> stream(JsonNode nodes) {
    return StreamSupport.stream(nodes.spliterator(), false);
  }
}
