package dev.outlay.app.setting;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The name somebody probably meant. */
public final class Nearest {
  private Nearest() {}

  /** The closest of the names, where one is close enough to be meant. */
  public static Optional<String> to(String word, Collection<String> names) {
    Comparator<String> closest =
        Comparator.<String>comparingInt(name -> begins(word, name) ? 0 : 1)
            .thenComparingInt(name -> distance(word, name))
            .thenComparing(Comparator.naturalOrder());
    return names.stream()
        .min(closest)
        .filter(
            name -> begins(word, name) || distance(word, name) <= Math.max(1, word.length() / 3));
  }

  /** Whether one is the other cut short. */
  private static boolean begins(String word, String name) {
    return word.length() > 2 && (name.startsWith(word) || word.startsWith(name));
  }

  /** The name of which the word is a misspelling, and hardly anything else. */
  public static Optional<String> slip(String word, Collection<String> names) {
    return names.stream().filter(name -> distance(word, name) <= 2).sorted().findFirst();
  }

  /** {@code ; did you mean sync?}, or all there is. */
  public static String hint(String word, Collection<String> names) {
    return names.isEmpty() || to(word, names).isPresent()
        ? guess(word, names)
        : "; there is " + String.join(", ", names.stream().sorted().toList());
  }

  /** {@code ; did you mean sync?}, or nothing: for where all there is stands already. */
  public static String guess(String word, Collection<String> names) {
    return to(word, names).map(name -> "; did you mean " + name + "?").orElse("");
  }

  /** How many letters have to be changed, added, taken away, or swapped with the next one. */
  static int distance(String a, String b) {
    int[][] steps = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        steps[i][j] = i == 0 || j == 0 ? i + j : cheapest(steps, i, j, a, b);
      }
    }
    return steps[a.length()][b.length()];
  }

  private static int cheapest(int[][] steps, int i, int j, String a, String b) {
    int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int least =
        Math.min(steps[i - 1][j - 1] + same, Math.min(steps[i - 1][j] + 1, steps[i][j - 1] + 1));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, steps[i - 2][j - 2] + 1) : least;
  }
}
