package dev.outlay.destinations.kafka;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Reads numbers and parts from a file, from its beginning; leaves the channel where it is. */
final class StageReader {
  private final FileChannel file;
  private ByteBuffer read = ByteBuffer.allocate(1 << 16).flip();
  private long position;

  StageReader(FileChannel file) {
    this.file = file;
  }

  int number() throws IOException {
    need(Integer.BYTES);
    return read.getInt();
  }

  byte[] part(int length) throws IOException {
    need(length);
    byte[] part = new byte[length];
    read.get(part);
    return part;
  }

  void skip(int length) throws IOException {
    need(length);
    read.position(read.position() + length);
  }

  private void need(int length) throws IOException {
    if (read.remaining() < length) {
      read = roomFor(length);
      while (read.position() < length) {
        more();
      }
      read.flip();
    }
  }

  private ByteBuffer roomFor(int length) {
    return length <= read.capacity() ? read.compact() : ByteBuffer.allocate(length).put(read);
  }

  private void more() throws IOException {
    int came = file.read(read, position);
    if (came < 0) {
      throw new EOFException();
    }
    position += came;
  }
}
