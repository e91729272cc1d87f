package dev.outlay.destinations.search;

import dev.outlay.destinations.waiting.NamelessFile;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

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
  private final NamelessFile file = new NamelessFile();
  private long waiting;

  void add(String id, byte[] record) {
    Part part = parts.get(part(id));
    byte[] length = ByteBuffer.allocate(4).putInt(record.length).array();
    part.open.writeBytes(length);
    part.open.writeBytes(record);
    waiting += record.length + 4L;
    if (file.isMade() && part.open.size() > BLOCK) {
      flush(part);
    } else if (!file.isMade() && waiting > IN_MEMORY) {
      parts.forEach(this::flush);
    }
  }

  /** Whether there are too many for memory at once. */
  boolean large() {
    return file.isMade();
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
    file.close();
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
    return ByteBuffer.wrap(file.read(block.at(), block.length()));
  }

  private void flush(Part part) {
    byte[] bytes = part.open.toByteArray();
    part.blocks.add(new Block(file.append(bytes), bytes.length));
    part.open.reset();
  }
}
