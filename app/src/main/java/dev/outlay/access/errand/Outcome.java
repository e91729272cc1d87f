package dev.outlay.access.errand;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came of an errand.
 *
 * @param well whether it was done
 * @param lines for people; with a one-time token where one was asked for
 */
public record Outcome(boolean well, List<String> lines) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public static Outcome of(String text) {
    return JSON.readValue(text, Outcome.class);
  }

  public String text() {
    return JSON.writeValueAsString(this);
  }

  @Override
  public String toString() {
    return well ? "done" : "not done";
  }
}
