package dev.outlay.store;

import java.util.Map;
import java.util.Optional;

/**
 * Small texts that the program itself remembers, by kind and id: connections, people, tokens, saved
 * views. They are no table that anybody asks; queries of users do not reach them. Safe for use by
 * many threads. What was put is on the disk when the call returns; failures are {@link
 * dev.outlay.failure.Failure.KeepFailed}.
 */
public interface Documents {
  /** The text under that id. */
  Optional<String> get(String kind, String id);

  /** All of a kind by id, in the order of their ids. */
  Map<String, String> all(String kind);

  /** Keeps the text in the place of what was there. */
  void put(String kind, String id, String body);

  /** Forgets it; whether there was any. */
  boolean remove(String kind, String id);
}
