package dev.outlay.access;

import dev.outlay.store.Documents;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Documents of one kind as values. They are in memory too, for they are asked for at every request;
 * that is sound because one process has the store and one shelf has the kind. Safe for use by many
 * threads; what was put is on the disk when the call returns.
 */
public final class Shelf<T> {
  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private final Documents documents;
  private final String kind;
  private final Map<String, T> all = new ConcurrentSkipListMap<>();

  public Shelf(Documents documents, String kind, Class<T> type) {
    this.documents = documents;
    this.kind = kind;
    documents.all(kind).forEach((id, body) -> all.put(id, JSON.readValue(body, type)));
  }

  /** Loads what the first document needs. */
  public static void warmUp() {
    JSON.readValue(JSON.writeValueAsString(List.of()), List.class);
  }

  public Optional<T> get(String id) {
    return Optional.ofNullable(all.get(id));
  }

  /** All of them in the order of their ids, as they are now. */
  public List<T> all() {
    return List.copyOf(all.values());
  }

  public synchronized void put(String id, T value) {
    documents.put(kind, id, JSON.writeValueAsString(value));
    all.put(id, value);
  }

  /** What became of it; empty where there is none. */
  public synchronized Optional<T> change(String id, UnaryOperator<T> how) {
    Optional<T> changed = get(id).map(how);
    changed.ifPresent(value -> put(id, value));
    return changed;
  }

  /** What was there. */
  public synchronized Optional<T> remove(String id) {
    documents.remove(kind, id);
    return Optional.ofNullable(all.remove(id));
  }

  public synchronized void removeIf(Predicate<T> which) {
    List.copyOf(all.entrySet()).stream()
        .filter(each -> which.test(each.getValue()))
        .forEach(each -> remove(each.getKey()));
  }
}
