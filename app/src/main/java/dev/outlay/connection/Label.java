package dev.outlay.connection;

import dev.outlay.connection.ConnectionRefused.Why;
import java.util.Collection;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What people call a connection: one line, not too long, no other connection's. */
final class Label {
  private static final int LONGEST = 64;

  private Label() {}

  /** The label without space around it; ConnectionRefused where it is none. */
  static String checked(String text) {
    String label = text.strip();
    boolean line = label.codePoints().noneMatch(Character::isISOControl);
    if (label.isEmpty() || label.length() > LONGEST || !line) {
      throw new ConnectionRefused(
          Why.INVALID, "A label is one line of 1 to " + LONGEST + " characters.");
    }
    return label;
  }

  /** The organisation's name, with a number where that is taken. */
  static String of(String organization, Collection<String> taken) {
    String name = organization.isBlank() ? "Claude" : organization.strip();
    String label = name.length() > LONGEST - 4 ? name.substring(0, LONGEST - 4) : name;
    return Stream.concat(
            Stream.of(label), IntStream.iterate(2, i -> i + 1).mapToObj(i -> label + " " + i))
        .filter(each -> !taken.contains(each))
        .findFirst()
        .orElseThrow();
  }
}
