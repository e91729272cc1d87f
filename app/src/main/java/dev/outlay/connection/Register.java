package dev.outlay.connection;

import dev.outlay.store.Documents;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the store remembers of connections, known here as well. Safe for use by many threads. */
final class Register {
  private static final String PAUSED = "paused";
  private static final String NAME = "organization_name";
  private final Documents documents;
  private final Map<String, StoredConnection> stored = new ConcurrentHashMap<>();
  private final Map<String, String> names = new ConcurrentHashMap<>();
  private final Set<String> paused = ConcurrentHashMap.newKeySet();

  Register(Documents documents) {
    this.documents = documents;
    documents
        .all(StoredConnection.KIND)
        .forEach((id, text) -> stored.put(id, StoredConnection.of(text)));
    names.putAll(documents.all(NAME));
    paused.addAll(documents.all(PAUSED).keySet());
  }

  /** By id; those on their way out too. */
  Map<String, StoredConnection> stored() {
    return new LinkedHashMap<>(stored);
  }

  Optional<StoredConnection> stored(String id) {
    return Optional.ofNullable(stored.get(id));
  }

  void keep(String id, StoredConnection connection) {
    documents.put(StoredConnection.KIND, id, connection.text());
    stored.put(id, connection);
  }

  void forget(String id) {
    documents.remove(StoredConnection.KIND, id);
    documents.remove(NAME, id);
    stored.remove(id);
    names.remove(id);
    pause(id, false);
  }

  /** The organisation's name; empty where nobody told. */
  String organizationName(String id) {
    return names.getOrDefault(id, "");
  }

  void organizationName(String id, String name) {
    if (!name.equals(names.put(id, name))) {
      documents.put(NAME, id, name);
    }
  }

  boolean isPaused(String ref) {
    return paused.contains(ref);
  }

  void pause(String ref, boolean on) {
    if (on && paused.add(ref)) {
      documents.put(PAUSED, ref, "{}");
    }
    if (!on && paused.remove(ref)) {
      documents.remove(PAUSED, ref);
    }
  }
}
