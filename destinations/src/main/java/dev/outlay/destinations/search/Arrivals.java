package dev.outlay.destinations.search;

import dev.outlay.destination.Identity;
import dev.outlay.table.Rows;
import dev.outlay.table.Table;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of one table that came so far, as documents with ids. */
final class Arrivals implements AutoCloseable {
  private static final int LONGEST_ID = 512;

  private record Forgotten(int page, long at) {}

  private final Table table;
  private final Fields fields;
  private final Spool spool = new Spool();
  private final List<Forgotten> forgotten = new ArrayList<>();
  private long sequence;
  private long rows;

  Arrivals(Table table) {
    this.table = table;
    this.fields = new Fields(table);
  }

  void add(int page, Rows batch) {
    List<byte[]> documents = fields.documents(batch);
    for (int i = 0; i < documents.size(); i++) {
      String id = id(table, batch.cells().get(i));
      spool.add(id, record(page, id, documents.get(i)));
    }
  }

  void discard(int page) {
    forgotten.add(new Forgotten(page, sequence));
  }

  boolean large() {
    return spool.large();
  }

  /** How many rows of the parts told so far are to be kept. */
  long rows() {
    return rows;
  }

  /** Each row of one part once: the last of its id. Rows without a key are numbered. */
  Map<String, byte[]> part(int part, int of) {
    Map<String, byte[]> found = new LinkedHashMap<>();
    Map<String, Integer> twins = new HashMap<>();
    spool.each(
        part,
        of,
        record -> {
          int page = record.getInt();
          if (kept(page, record.getLong())) {
            String id = text(record);
            byte[] document = new byte[record.remaining()];
            record.get(document);
            found.put(numbered(id, twins), document);
            rows++;
          }
        });
    return found;
  }

  @Override
  public void close() {
    spool.close();
  }

  /** What a document is called: the identity of its row, where it can be one. */
  static String id(Table table, @Nullable Object[] row) {
    String id =
        table.key().isEmpty()
            ? Identity.of(
                Stream.of(row).map(String::valueOf).map(text -> text.length() + ":" + text))
            : Identity.of(table, row);
    boolean fits = !id.isEmpty() && id.getBytes(StandardCharsets.UTF_8).length <= LONGEST_ID;
    return fits ? id : Identity.of(Stream.of("too long or empty: ", id));
  }

  private String numbered(String id, Map<String, Integer> twins) {
    int before = table.key().isEmpty() ? twins.merge(id, 1, Integer::sum) - 1 : 0;
    return before == 0 ? id : id + "#" + before;
  }

  private boolean kept(int page, long at) {
    return forgotten.stream().noneMatch(each -> page >= each.page() && at < each.at());
  }

  private byte[] record(int page, String id, byte[] document) {
    byte[] name = id.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(14 + name.length + document.length)
        .putInt(page)
        .putLong(sequence++)
        .putShort((short) name.length)
        .put(name)
        .put(document)
        .array();
  }

  static String text(ByteBuffer record) {
    byte[] text = new byte[record.getShort()];
    record.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }
}
