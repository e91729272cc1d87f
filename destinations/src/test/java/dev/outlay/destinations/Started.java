package dev.outlay.destinations;

import java.util.concurrent.Callable;
import org.junit.jupiter.api.Assumptions;

/** Real servers for tests: one that cannot start makes its tests not run, and says so. */
final class Started {
  private Started() {}

  static <T> T orNotRun(String what, Callable<T> start) {
    try {
      return start.call();
    } catch (Exception | LinkageError e) {
      String why = "NOT RUN: " + what + " could not be started: " + e;
      System.err.println(why);
      return Assumptions.abort(why);
    }
  }
}
