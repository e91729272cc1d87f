package dev.outlay.simulator.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Status line and headers. */
record Head(int status, Map<String, String> headers) {

  void sendChunked(OutputStream wire) throws IOException {
    send(wire, "transfer-encoding: chunked");
  }

  void sendWithLength(OutputStream wire, long length) throws IOException {
    send(wire, "content-length: " + length);
  }

  private void send(OutputStream wire, String framing) throws IOException {
    StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status).append(" -\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    head.append(framing).append("\r\n\r\n");
    wire.write(head.toString().getBytes(StandardCharsets.UTF_8));
  }
}
