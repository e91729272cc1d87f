package dev.outlay.connection;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came of an errand.
 *
 * @param how it went
 * @param lines for people
 */
public record Done(How how, List<String> lines) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** How it went, by who has to act. */
  public enum How {
    WELL,
    /** What was asked for cannot be done. */
    WRONG,
    REFUSED,
    FAILED
  }

  static Done well(List<String> lines) {
    return new Done(How.WELL, lines);
  }

  public static Done of(String text) {
    return JSON.readValue(text, Done.class);
  }

  public String text() {
    return JSON.writeValueAsString(this);
  }
}
