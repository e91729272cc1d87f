package dev.outlay.simulator.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer: status, headers (lower case), a body written on demand, and how it is delivered. */
public record Reply(int status, Map<String, String> headers, Body body, Delivery delivery) {

  /** Writes the body; called once for each time it is sent. */
  public interface Body {
    void writeTo(OutputStream out) throws IOException;
  }

  public static Reply of(int status, String contentType, Body body) {
    return new Reply(status, Map.of("content-type", contentType), body, new Delivery.Whole());
  }

  public static Reply text(int status, String contentType, String text) {
    return of(status, contentType, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  public Reply withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Reply(status, more, body, delivery);
  }

  public Reply withBody(byte[] bytes) {
    return new Reply(status, headers, out -> out.write(bytes), delivery);
  }

  public Reply delivered(Delivery other) {
    return new Reply(status, headers, body, other);
  }

  /** The whole body in memory; for small ones and for faults. */
  public byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    body.writeTo(bytes);
    return bytes.toByteArray();
  }
}
