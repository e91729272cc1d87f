package dev.outlay.export;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came of a wish.
 *
 * @param how by who has to act
 * @param lines for people
 * @param problems what went wrong, one line each
 */
public record Granted(How how, List<String> lines, List<String> problems) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** How it went. */
  public enum How {
    WELL,
    /** What was wished for makes no sense. */
    WRONG,
    FAILED
  }

  public static Granted of(String text) {
    return JSON.readValue(text, Granted.class);
  }

  public String text() {
    return JSON.writeValueAsString(this);
  }

  Granted and(Granted other) {
    return new Granted(
        how.compareTo(other.how) > 0 ? how : other.how,
        joined(lines, other.lines),
        joined(problems, other.problems));
  }

  private static List<String> joined(List<String> one, List<String> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }
}
