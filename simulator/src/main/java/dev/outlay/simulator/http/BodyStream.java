package dev.outlay.simulator.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Sends a small body with its length and a large one in chunks, holding one buffer of it. */
final class BodyStream extends OutputStream {
  private final Head head;
  private final OutputStream wire;
  private final byte[] buffer = new byte[32 * 1024];
  private int filled;
  private boolean chunked;

  BodyStream(Head head, OutputStream wire) {
    this.head = head;
    this.wire = wire;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int from = offset;
    int left = length;
    while (left > 0) {
      int part = Math.min(left, buffer.length - filled);
      System.arraycopy(bytes, from, buffer, filled, part);
      filled += part;
      from += part;
      left -= part;
      if (filled == buffer.length) {
        sendChunk();
      }
    }
  }

  private void sendChunk() throws IOException {
    if (!chunked) {
      head.sendChunked(wire);
      chunked = true;
    }
    wire.write((Integer.toHexString(filled) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    wire.write(buffer, 0, filled);
    wire.write('\r');
    wire.write('\n');
    filled = 0;
  }

  @Override
  public void close() throws IOException {
    if (!chunked) {
      head.sendWithLength(wire, filled);
      wire.write(buffer, 0, filled);
    } else {
      if (filled > 0) {
        sendChunk();
      }
      wire.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    wire.flush();
  }
}
