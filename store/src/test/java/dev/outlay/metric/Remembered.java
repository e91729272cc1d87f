package dev.outlay.metric;

import dev.outlay.store.Documents;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Documents in memory, which outlive whoever wrote them. */
final class Remembered implements Documents {
  private final Map<String, String> texts = new TreeMap<>();
  int writes;

  @Override
  public Optional<String> get(String kind, String id) {
    return Optional.ofNullable(texts.get(kind + "/" + id));
  }

  @Override
  public Map<String, String> all(String kind) {
    return texts;
  }

  @Override
  public void put(String kind, String id, String body) {
    writes++;
    texts.put(kind + "/" + id, body);
  }

  @Override
  public boolean remove(String kind, String id) {
    return texts.remove(kind + "/" + id) != null;
  }
}
