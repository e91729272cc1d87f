package dev.outlay.server;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;

/** Sends the body of an answer, in the form that whoever asks likes best. */
record Sending(Incoming incoming, Response response) {
  private static final Set<String> TEXTS =
      Set.of("application/json", "application/x-ndjson", "text/csv", "text/plain");
  private static final int HELD_BACK = 32 << 10;

  void nothing() throws IOException {
    Content.Sink.write(response, true, ByteBuffer.allocate(0));
  }

  void bytes(String type, byte[] bytes) throws IOException {
    encoded(Encoded.of(type, Optional.empty(), bytes));
  }

  void encoded(Encoded encoded) throws IOException {
    Encoded.Form form = encoded.form(accepts());
    boolean plain = form.encoding().equals(Encoded.PLAIN);
    encoded
        .tag()
        .ifPresent(tag -> put("ETag", Kept.quoted(plain ? tag : tag + "-" + form.encoding())));
    put("Vary", "Accept-Encoding");
    if (!plain) {
      put("Content-Encoding", form.encoding());
    }
    put("Content-Type", encoded.type());
    response
        .getHeaders()
        .put(new HttpField.LongValueHttpField(HttpHeader.CONTENT_LENGTH, form.bytes().length));
    Content.Sink.write(response, true, ByteBuffer.wrap(isHead() ? new byte[0] : form.bytes()));
  }

  /** Something is held back at first, so that what fails early is still told as a problem. */
  void streamed(String type, Reply.Writing writing) throws IOException {
    put("Content-Type", type);
    put("Vary", "Accept-Encoding");
    boolean zipped = TEXTS.contains(type.split(";")[0]) && Encoded.accepted(accepts(), "gzip");
    if (isHead()) {
      nothing();
      return;
    }
    if (zipped) {
      put("Content-Encoding", "gzip");
    }
    OutputStream out = Content.Sink.asOutputStream(response);
    OutputStream held =
        type.equals("text/event-stream") ? out : new BufferedOutputStream(out, HELD_BACK);
    OutputStream last = zipped ? new GZIPOutputStream(held) : held;
    writing.to(last);
    last.close();
  }

  private String accepts() {
    return incoming.header("Accept-Encoding").orElse("");
  }

  private boolean isHead() {
    return incoming.method().equals("HEAD");
  }

  private void put(String name, String value) {
    response.getHeaders().put(name, value);
  }
}
