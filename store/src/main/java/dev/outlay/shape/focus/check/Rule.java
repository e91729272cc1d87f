package dev.outlay.shape.focus.check;

/**
 * One thing that must hold.
 *
 * @param name as it is printed and can be looked up
 * @param sentence what is wrong where it does not
 * @param look looks at one row; rules about the whole file look at none
 */
record Rule(String name, String sentence, Look look) {
  /** Tells the column of every breach in a row. */
  interface Look {
    void at(Row row, Breach breach);
  }

  /** Takes breaches. */
  interface Breach {
    void in(String column);
  }

  static Rule row(String name, String sentence, Look look) {
    return new Rule(name, sentence, look);
  }

  static Rule file(String name, String sentence) {
    return new Rule(name, sentence, (_, _) -> {});
  }
}
