package dev.outlay.simulator.fault;

import java.util.Comparator;
import java.util.List;

/** The words of a line, taken one by one. */
record Words(List<String> left) {

  /** A word that is not one of those that may stand here. */
  static final class Unknown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unknown(String message) {
      super(message);
    }
  }

  boolean isEmpty() {
    return left.isEmpty();
  }

  String next(String what) {
    if (left.isEmpty()) {
      throw new Unknown("expected " + what + " at the end");
    }
    return left.removeFirst();
  }

  int number() {
    return Integer.parseInt(next("a number"));
  }

  int number(int standard) {
    return left.isEmpty() ? standard : number();
  }

  void expect(String word) {
    oneOf(List.of(word));
  }

  String oneOf(List<String> allowed) {
    String word = next("one of " + allowed);
    if (!allowed.contains(word)) {
      throw new Unknown(
          "'" + word + "' is no word here; did you mean '" + nearest(word, allowed) + "'?");
    }
    return word;
  }

  private static String nearest(String word, List<String> allowed) {
    return allowed.stream().min(Comparator.comparingInt(other -> distance(word, other))).orElse("");
  }

  /** Edits between two words. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int swap = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(swap, Math.min(above, row[j - 1]) + 1);
        corner = above;
      }
    }
    return row[b.length()];
  }
}
