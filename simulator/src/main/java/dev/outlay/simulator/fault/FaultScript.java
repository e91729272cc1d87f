package dev.outlay.simulator.fault;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Faults as text, one a line: {@code on PATH [request N|N-M|N+] [chance PERCENT [seed N]]
 * [with-cursor]: ACTION}. Empty lines and lines that begin with {@code #} are skipped.
 */
public final class FaultScript {
  private FaultScript() {}

  /** A line that cannot be understood; lines count from 1. */
  public static final class BadLine extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    BadLine(int line, String problem) {
      super("line " + line + ": " + problem);
    }
  }

  public static List<Fault> parse(String text) {
    List<Fault> faults = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        faults.add(fault(i + 1, line));
      }
    }
    return List.copyOf(faults);
  }

  private static Fault fault(int number, String line) {
    int colon = line.indexOf(": ");
    if (colon < 0) {
      throw new BadLine(number, "expected 'on PATH …: ACTION', got '" + line + "'");
    }
    try {
      Match match = match(words(line.substring(0, colon)));
      return new Fault(
          match,
          ActionWords.parse(words(line.substring(colon + 2)), line.substring(colon + 2).strip()));
    } catch (NumberFormatException e) {
      throw new BadLine(number, "not a number: " + e.getMessage());
    } catch (Words.Unknown e) {
      throw new BadLine(number, String.valueOf(e.getMessage()));
    }
  }

  private static Words words(String text) {
    return new Words(new ArrayList<>(Arrays.asList(text.strip().split("\\s+"))));
  }

  private static Match match(Words words) {
    words.expect("on");
    Match match = Match.every(words.next("a path"));
    while (!words.isEmpty()) {
      String word = words.oneOf(List.of("request", "chance", "seed", "with-cursor"));
      match =
          switch (word) {
            case "request" -> requests(match, words.next("a number"));
            case "chance" ->
                new Match(
                    match.path(),
                    match.from(),
                    match.to(),
                    words.number(),
                    match.seed(),
                    match.withCursor());
            case "seed" ->
                new Match(
                    match.path(),
                    match.from(),
                    match.to(),
                    match.percent(),
                    words.number(),
                    match.withCursor());
            default ->
                new Match(
                    match.path(), match.from(), match.to(), match.percent(), match.seed(), true);
          };
    }
    return match;
  }

  private static Match requests(Match match, String range) {
    if (range.endsWith("+")) {
      return match.requests(Long.parseLong(range.substring(0, range.length() - 1)), Long.MAX_VALUE);
    }
    String[] ends = range.split("-");
    return match.requests(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]));
  }
}
