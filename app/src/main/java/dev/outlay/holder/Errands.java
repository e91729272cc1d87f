package dev.outlay.holder;

/** What one process does for another that cannot open the store itself. */
@FunctionalInterface
public interface Errands {
  /**
   * Runs it.
   *
   * @param errand a text both sides understand
   * @return what came of it, as such a text
   */
  String run(String errand);
}
