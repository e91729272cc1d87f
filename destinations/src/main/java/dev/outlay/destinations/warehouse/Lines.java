package dev.outlay.destinations.warehouse;

import dev.outlay.destinations.waiting.NamelessFile;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Rows that wait to be loaded, one a line, with the page they came with: in a file without a name,
 * which is gone with the process. One thread at a time.
 */
public final class Lines implements AutoCloseable {
  private record Part(int page, long at, int length, int rows) {}

  private final List<Part> parts = new ArrayList<>();
  private final NamelessFile file = new NamelessFile();

  void add(int page, List<String> rows) {
    byte[] bytes = (String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8);
    parts.add(new Part(page, file.append(bytes), bytes.length, rows.size()));
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
    file.close();
  }

  private byte[] read(Part part) {
    return file.read(part.at(), part.length());
  }
}
