package dev.outlay.admin;

import dev.outlay.dataset.Node;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;
import tools.jackson.core.JsonTokenId;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** JSON text to plain values, exactly: whole numbers of 64 bits as Long, all others as decimals. */
final class Json {
  private static final JsonFactory FACTORY = JsonFactory.builder().build();
  private static final int USUAL_FIELDS = 4;

  private Json() {}

  static JsonParser parser(InputStream body) {
    return FACTORY.createParser(ObjectReadContext.empty(), body);
  }

  static Node object(byte[] text) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      parser.nextToken();
      return object(parser, USUAL_FIELDS);
    }
  }

  /** The object at whose opening brace the parser stands. */
  static Node object(JsonParser parser, int room) {
    Node node = new Node(room);
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      parser.nextToken();
      node.add(name, value(parser));
    }
    return node;
  }

  /** The value at whose first token the parser stands. */
  static @Nullable Object value(JsonParser parser) {
    return switch (parser.currentTokenId()) {
      case JsonTokenId.ID_STRING -> parser.getString();
      case JsonTokenId.ID_NUMBER_INT -> whole(parser);
      case JsonTokenId.ID_NUMBER_FLOAT -> parser.getDecimalValue();
      case JsonTokenId.ID_TRUE -> true;
      case JsonTokenId.ID_FALSE -> false;
      case JsonTokenId.ID_START_OBJECT -> object(parser, USUAL_FIELDS);
      case JsonTokenId.ID_START_ARRAY -> array(parser);
      default -> null;
    };
  }

  private static Object whole(JsonParser parser) {
    NumberType type = parser.getNumberType();
    return type == NumberType.INT || type == NumberType.LONG
        ? (Object) parser.getLongValue()
        : parser.getDecimalValue();
  }

  private static List<@Nullable Object> array(JsonParser parser) {
    List<@Nullable Object> values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      values.add(value(parser));
    }
    return values;
  }
}
