package dev.outlay.simulator.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Puts one reply on the wire, well or badly. */
record Sender(Socket socket, OutputStream wire, Request request) {

  /** Whether the connection is still in order afterwards. */
  boolean send(Reply reply) throws IOException {
    return switch (reply.delivery()) {
      case Delivery.Whole _ -> whole(reply);
      case Delivery.Cut(int percent, boolean reset) -> cut(reply, percent, reset);
      case Delivery.CutChunk(int percent) -> cutChunk(reply, percent);
      case Delivery.Drip(Duration interval) -> drip(reply, interval);
      case Delivery.Silence _ -> waitForTheOtherSide();
      case Delivery.HeadersOnly _ -> headersOnly(reply);
    };
  }

  private boolean whole(Reply reply) throws IOException {
    boolean zipped = accepts("gzip") && !reply.headers().containsKey("content-encoding");
    Reply framed = zipped ? reply.withHeader("content-encoding", "gzip") : reply;
    BodyStream body = new BodyStream(head(framed), wire);
    OutputStream out = zipped ? new Gzip(body) : body;
    reply.body().writeTo(out);
    // Not in a finally: a body that failed half-way must not look complete.
    out.close();
    return true;
  }

  private boolean accepts(String encoding) {
    return request.header("accept-encoding").orElse("").contains(encoding);
  }

  private static Head head(Reply reply) {
    return new Head(reply.status(), reply.headers());
  }

  private boolean cut(Reply reply, int percent, boolean reset) throws IOException {
    byte[] body = reply.bytes();
    head(reply).sendWithLength(wire, body.length);
    wire.write(body, 0, body.length * percent / 100);
    wire.flush();
    if (reset) {
      socket.setSoLinger(true, 0);
    }
    return false;
  }

  private boolean cutChunk(Reply reply, int percent) throws IOException {
    byte[] body = reply.bytes();
    int part = Math.max(1, body.length * percent / 100);
    head(reply).sendChunked(wire);
    wire.write((Integer.toHexString(part) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    wire.write(body, 0, part);
    wire.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    wire.flush();
    return false;
  }

  private boolean drip(Reply reply, Duration interval) throws IOException {
    byte[] body = reply.bytes();
    head(reply).sendWithLength(wire, body.length);
    for (byte next : body) {
      wire.write(next);
      wire.flush();
      LockSupport.parkNanos(interval.toNanos());
    }
    return true;
  }

  private boolean headersOnly(Reply reply) throws IOException {
    head(reply).sendWithLength(wire, reply.bytes().length);
    wire.flush();
    return waitForTheOtherSide();
  }

  private boolean waitForTheOtherSide() throws IOException {
    socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    return false;
  }

  /** Fast rather than small: both ends are on one machine. */
  private static final class Gzip extends GZIPOutputStream {
    Gzip(OutputStream out) throws IOException {
      super(out, 16 * 1024);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
