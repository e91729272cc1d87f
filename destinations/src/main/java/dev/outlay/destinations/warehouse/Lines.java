package dev.outlay.destinations.warehouse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that wait to be loaded, one a line, with the page they came with: in a file without a name,
 * which is gone with the process. One thread at a time.
 */
public final class Lines implements AutoCloseable {
  private record Part(int page, long at, int length, int rows) {}

  private final List<Part> parts = new ArrayList<>();
  private @Nullable FileChannel file;
  private long end;

  void add(int page, List<String> rows) throws IOException {
    byte[] bytes = (String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8);
    parts.add(new Part(page, end, bytes.length, rows.size()));
    ByteBuffer left = ByteBuffer.wrap(bytes);
    while (left.hasRemaining()) {
      end += file().write(left, end);
    }
  }

  void discard(int page) {
    parts.removeIf(part -> part.page() >= page);
  }

  /** How many rows came with that page or a later one. */
  long rows(int page) {
    return parts.stream().filter(part -> part.page() >= page).mapToLong(Part::rows).sum();
  }

  /** All of them, in the order they came, a line feed after each; read part by part. */
  public InputStream open() {
    List<Part> kept = List.copyOf(parts);
    return new SequenceInputStream(
        Collections.enumeration(
            new AbstractList<InputStream>() {
              @Override
              public InputStream get(int index) {
                return new ByteArrayInputStream(read(kept.get(index)));
              }

              @Override
              public int size() {
                return kept.size();
              }
            }));
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

  private byte[] read(Part part) {
    ByteBuffer bytes = ByteBuffer.allocate(part.length());
    try {
      while (bytes.hasRemaining() && file().read(bytes, part.at() + bytes.position()) >= 0) {
        // Until it is whole.
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.array();
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
