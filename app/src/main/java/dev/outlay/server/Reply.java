package dev.outlay.server;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is answered.
 *
 * @param status the HTTP status
 * @param headers besides those of every answer
 * @param body what it carries
 */
public record Reply(int status, List<Header> headers, Body body) {
  /** One header. */
  public record Header(String name, String value) {}

  /** What an answer carries. */
  public sealed interface Body {}

  /** A record, written as JSON. */
  public record Json(Object value) implements Body {}

  /** Bytes as they are. */
  @SuppressWarnings("ArrayRecordComponent") // written once, compared never
  public record Bytes(String type, byte[] bytes) implements Body {}

  /** Bytes that are made while they are sent. */
  public record Streamed(String type, Writing writing) implements Body {}

  /** Bytes that are there in several forms. */
  record Ready(Encoded encoded) implements Body {}

  /** Nothing. */
  public enum None implements Body {
    NONE
  }

  /** Writes the bytes; what it throws before the first of them left becomes a problem. */
  @FunctionalInterface
  public interface Writing {
    void to(OutputStream out) throws IOException;
  }

  public Reply {
    headers = List.copyOf(headers);
  }

  public static Reply of(Object value) {
    return new Reply(200, List.of(), new Json(value));
  }

  public static Reply bytes(String type, byte[] bytes) {
    return new Reply(200, List.of(), new Bytes(type, bytes));
  }

  public static Reply stream(String type, Writing writing) {
    return new Reply(200, List.of(), new Streamed(type, writing));
  }

  /** Something new that can be found at the address from now on. */
  public static Reply created(String address, Object value) {
    return new Reply(201, List.of(new Header("Location", address)), new Json(value));
  }

  /** It is being done. */
  public static Reply accepted(Object value) {
    return new Reply(202, List.of(), new Json(value));
  }

  public static Reply nothing() {
    return new Reply(204, List.of(), None.NONE);
  }

  public Reply with(String header, String value) {
    return new Reply(
        status,
        Stream.concat(headers.stream(), Stream.of(new Header(header, value))).toList(),
        body);
  }

  public Reply status(int code) {
    return new Reply(code, headers, body);
  }
}
