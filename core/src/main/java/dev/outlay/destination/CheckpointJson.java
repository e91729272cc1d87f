package dev.outlay.destination;

import dev.outlay.table.Checkpoint;
import dev.outlay.table.Coverage;
import dev.outlay.table.Covered;
import dev.outlay.table.Position;
import dev.outlay.table.Span;
import java.io.StringWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A checkpoint as one JSON text and back, for keepers that have nothing but texts, such as the
 * offsets of Kafka Connect. Times are RFC 3339, UTC; what is unknown is left out.
 */
public final class CheckpointJson {
  private static final JsonFactory FACTORY = JsonFactory.builder().build();

  private CheckpointJson() {}

  public static String text(Checkpoint checkpoint) {
    List<String> fields = new ArrayList<>();
    fields.add(
        checkpoint.coverage().parts().stream()
            .map(CheckpointJson::part)
            .collect(Collectors.joining(",", "\"coverage\":[", "]")));
    checkpoint.earliest().ifPresent(time -> fields.add(field("earliest", time)));
    checkpoint.readAt().ifPresent(time -> fields.add(field("read_at", time)));
    checkpoint.passed().ifPresent(position -> fields.add(position(position)));
    return "{" + String.join(",", fields) + "}";
  }

  private static String position(Position position) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeString(position.origin());
    }
    return "\"passed\":{\"sequence\":%d,\"origin\":%s}".formatted(position.sequence(), text);
  }

  private static String part(Covered part) {
    return List.of(
            field("start", part.span().start()),
            field("end", part.span().end()),
            field("read_at", part.readAt()),
            field("settled_to", part.settledTo()),
            field("final_to", part.finalTo()))
        .stream()
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String field(String name, Instant time) {
    return '"' + name + "\":\"" + time + '"';
  }

  /**
   * The checkpoint in the text; names it does not know are passed over.
   *
   * @throws IllegalArgumentException where the text is no checkpoint
   */
  public static Checkpoint of(String text) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new DateTimeException("no object");
      }
      return checkpoint(parser);
    } catch (JacksonException | DateTimeException e) {
      throw new IllegalArgumentException("no checkpoint: " + text, e);
    }
  }

  private static Checkpoint checkpoint(JsonParser parser) {
    List<Covered> parts = new ArrayList<>();
    Map<String, Instant> times = new HashMap<>();
    Optional<Position> passed = Optional.empty();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      JsonToken token = parser.nextToken();
      if (name.equals("coverage") && token == JsonToken.START_ARRAY) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          parts.add(covered(parser));
        }
      } else if (name.equals("passed") && token == JsonToken.START_OBJECT) {
        passed = Optional.of(passed(parser));
      } else {
        time(parser, name, times);
      }
    }
    return new Checkpoint(
        new Coverage(parts),
        Optional.ofNullable(times.get("earliest")),
        Optional.ofNullable(times.get("read_at")),
        passed);
  }

  private static Position passed(JsonParser parser) {
    long sequence = 0;
    String origin = "";
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      parser.nextToken();
      switch (name) {
        case "sequence" -> sequence = parser.getLongValue();
        case "origin" -> origin = parser.getString();
        default -> parser.skipChildren();
      }
    }
    return new Position(origin, sequence);
  }

  private static Covered covered(JsonParser parser) {
    Map<String, Instant> times = new HashMap<>();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      parser.nextToken();
      time(parser, name, times);
    }
    return new Covered(
        new Span(needed(times, "start"), needed(times, "end")),
        needed(times, "read_at"),
        needed(times, "settled_to"),
        needed(times, "final_to"));
  }

  private static void time(JsonParser parser, String name, Map<String, Instant> times) {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      times.put(name, Instant.parse(parser.getString()));
    } else {
      parser.skipChildren();
    }
  }

  private static Instant needed(Map<String, Instant> times, String name) {
    return Optional.ofNullable(times.get(name))
        .orElseThrow(() -> new DateTimeException(name + " is missing"));
  }
}
