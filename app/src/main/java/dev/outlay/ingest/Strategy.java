package dev.outlay.ingest;

import dev.outlay.app.setting.Nearest;
import dev.outlay.app.setting.WrongUse;
import java.util.Arrays;
import java.util.List;

/** What becomes of the rows that are there already; the names are ingestr's. */
public enum Strategy {
  /** All rows of the table make way. */
  REPLACE("replace"),
  /** What comes is added; a repeat adds it again. */
  APPEND("append"),
  /** What comes takes the place of the row with its key; nothing else goes. */
  MERGE("merge"),
  /** The rows of the time that is read make way. */
  DELETE_INSERT("delete+insert");

  private final String word;

  Strategy(String word) {
    this.word = word;
  }

  public static Strategy of(String text) {
    return Arrays.stream(values())
        .filter(each -> each.word.equals(text))
        .findFirst()
        .orElseThrow(() ->
            new WrongUse(
                "--incremental-strategy "
                    + text
                    + " is not one of "
                    + String.join(", ", words())
                    + Nearest.guess(text, words())));
  }

  private static List<String> words() {
    return Arrays.stream(values()).map(each -> each.word).toList();
  }

  @Override
  public String toString() {
    return word;
  }
}
