package dev.outlay.destinations.search;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Records that wait, by the id they belong to: in memory while they are few, else in a file without
 * a name, which is gone with the process. All records of one id are in one part, in the order they
 * came, so that the rest can be done part by part in bounded memory.
 */
final class Spool implements AutoCloseable {
  static final int PARTS = 64;
  private static final int IN_MEMORY = 4 << 20;
  private static final int BLOCK = 1 << 15;

  private record Block(long at, int length) {}

  private static final class Part {
    private final List<Block> blocks = new ArrayList<>();
    private final ByteArrayOutputStream open = new ByteArrayOutputStream();
  }

  private final List<Part> parts = IntStream.range(0, PARTS).mapToObj(_ -> new Part()).toList();
  private @Nullable FileChannel file;
  private long written;
  private long waiting;

  void add(String id, byte[] record) {
    Part part = parts.get(part(id));
    byte[] length = ByteBuffer.allocate(4).putInt(record.length).array();
    part.open.writeBytes(length);
    part.open.writeBytes(record);
    waiting += record.length + 4L;
    if (file != null && part.open.size() > BLOCK) {
      flush(part);
    } else if (file == null && waiting > IN_MEMORY) {
      parts.forEach(this::flush);
    }
  }

  /** Whether there are too many for memory at once. */
  boolean large() {
    return file != null;
  }

  /** The records of one part, or of all. */
  void each(int part, int of, Consumer<ByteBuffer> consumer) {
    if (of == 1) {
      parts.forEach(each -> each(each, consumer));
    } else {
      each(parts.get(part), consumer);
    }
  }

  @Override
  public void close() {
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException _) {
      // It has no name: nothing stays.
    }
  }

  private static int part(String id) {
    int hash = id.hashCode() * 0x9E3779B9;
    return hash >>> 26;
  }

  private void each(Part part, Consumer<ByteBuffer> consumer) {
    for (Block block : part.blocks) {
      records(read(block), consumer);
    }
    records(ByteBuffer.wrap(part.open.toByteArray()), consumer);
  }

  private static void records(ByteBuffer bytes, Consumer<ByteBuffer> consumer) {
    while (bytes.hasRemaining()) {
      int length = bytes.getInt();
      consumer.accept(bytes.slice(bytes.position(), length));
      bytes.position(bytes.position() + length);
    }
  }

  private ByteBuffer read(Block block) {
    ByteBuffer bytes = ByteBuffer.allocate(block.length());
    try {
      while (bytes.hasRemaining() && file().read(bytes, block.at() + bytes.position()) >= 0) {
        // Until it is whole.
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.flip();
  }

  private void flush(Part part) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(part.open.toByteArray());
      part.blocks.add(new Block(written, bytes.remaining()));
      while (bytes.hasRemaining()) {
        written += file().write(bytes, written);
      }
      part.open.reset();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FileChannel file() throws IOException {
    FileChannel open = file;
    if (open == null) {
      Path path = Files.createTempFile("outlay", ".rows");
      open =
          FileChannel.open(
              path,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
      file = open;
    }
    return open;
  }
}
