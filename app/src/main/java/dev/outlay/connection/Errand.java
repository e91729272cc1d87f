package dev.outlay.connection;

import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Something to be done with connections, where they are at hand: in this process or in the one that
 * has the store open.
 *
 * @param verb what
 * @param name of the connection it is about, or empty
 * @param key the key as it was typed, where one is needed
 * @param label what to call it
 * @param baseUrl where its API is
 * @param lookbackDays how far back
 * @param data whether what was collected goes too
 */
public record Errand(
    Verb verb,
    String name,
    Optional<String> key,
    Optional<String> label,
    Optional<String> baseUrl,
    int lookbackDays,
    boolean data) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What can be done. */
  public enum Verb {
    LIST,
    ADD,
    TEST,
    ROTATE,
    RENAME,
    REKEY,
    PAUSE,
    RESUME,
    REMOVE
  }

  public static Errand of(Verb verb, String name) {
    return new Errand(verb, name, Optional.empty(), Optional.empty(), Optional.empty(), 365, false);
  }

  static Errand of(String text) {
    return JSON.readValue(text, Errand.class);
  }

  public String text() {
    return JSON.writeValueAsString(this);
  }

  public Errand withKey(String typed) {
    return new Errand(verb, name, Optional.of(typed), label, baseUrl, lookbackDays, data);
  }

  public Errand called(Optional<String> other) {
    return new Errand(verb, name, key, other, baseUrl, lookbackDays, data);
  }

  public Errand reaching(Optional<String> url, int days) {
    return new Errand(verb, name, key, label, url, days, data);
  }

  public Errand withData(boolean too) {
    return new Errand(verb, name, key, label, baseUrl, lookbackDays, too);
  }

  /** No key belongs into a message. */
  @Override
  public String toString() {
    return verb + " " + name;
  }
}
