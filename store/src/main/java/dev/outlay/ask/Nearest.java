package dev.outlay.ask;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The word that was probably meant. */
final class Nearest {
  private static final int FAR = 3;

  private Nearest() {}

  /** The one most like it; empty where none is much like it. */
  static Optional<String> to(String word, Collection<String> words) {
    String asked = word.toLowerCase(Locale.ROOT);
    return words.stream()
        .min(
            Comparator.comparingInt((String each) -> edits(each, asked))
                .thenComparing(each -> each))
        .filter(each -> edits(each, asked) <= Math.max(FAR, each.length() / 2));
  }

  private static int edits(String a, String b) {
    int[] row = new int[b.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
