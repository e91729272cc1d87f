package dev.outlay.simulator.api;

import dev.outlay.simulator.http.Reply;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Streams JSON bodies. */
final class Json {
  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
          .build();

  /** Writes one value. */
  interface Content {
    void write(JsonGenerator json);
  }

  /** Writes one listed thing. */
  interface Writer<T> {
    void write(JsonGenerator json, T item);
  }

  private Json() {}

  static Reply ok(Content content) {
    return reply(200, content);
  }

  static Reply reply(int status, Content content) {
    return Reply.of(
        status,
        "application/json",
        out -> {
          try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            content.write(json);
          } catch (JacksonException e) {
            throw new IOException(e);
          }
        });
  }

  /** An object with one item's fields. */
  static <T> Reply one(T item, Writer<T> writer) {
    return ok(json -> writer.write(json, item));
  }

  static void text(JsonGenerator json, String name, @Nullable Object value) {
    json.writeName(name);
    if (value == null) {
      json.writeNull();
    } else {
      json.writeString(value.toString());
    }
  }

  static void time(JsonGenerator json, String name, long epochSecond) {
    json.writeStringProperty(name, Instant.ofEpochSecond(epochSecond).toString());
  }
}
