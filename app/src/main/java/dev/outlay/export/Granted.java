package dev.outlay.export;

import dev.outlay.failure.Failure;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came of a wish.
 *
 * @param how by who has to act
 * @param lines for people
 * @param problems what went wrong, one line each
 * @param traces where in the program it came from, for {@code --debug}
 */
public record Granted(How how, List<String> lines, List<String> problems, List<String> traces) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** How it went. */
  public enum How {
    WELL,
    /** What was wished for makes no sense. */
    WRONG,
    FAILED
  }

  public static Granted well(List<String> lines) {
    return new Granted(How.WELL, lines, List.of(), List.of());
  }

  static Granted interrupted() {
    String said = "Interrupted. What was committed is kept; run the same command again to go on.";
    return new Granted(How.FAILED, List.of(), List.of(said), List.of());
  }

  static Granted wrong(String problem) {
    return new Granted(How.WRONG, List.of(), List.of(problem), List.of());
  }

  /** Each thing that went wrong once; with lines of what went well. */
  static Granted failed(List<String> lines, List<Failure> failures) {
    return new Granted(
        How.FAILED,
        lines,
        failures.stream().map(Failure::getMessage).map(String::valueOf).distinct().toList(),
        failures.stream().map(Granted::trace).toList());
  }

  private static String trace(Failure failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
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
        joined(problems, other.problems),
        joined(traces, other.traces));
  }

  private static List<String> joined(List<String> one, List<String> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }
}
