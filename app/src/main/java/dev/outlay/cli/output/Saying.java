package dev.outlay.cli.output;

import dev.outlay.ask.NothingCollected;
import dev.outlay.holder.NoStore;
import dev.outlay.store.QueryRefused;
import java.util.concurrent.Callable;

/** What a question at fault ends in: its reason on stderr and the number for wrong use. */
public final class Saying {
  private static final int WRONG_USE = 2;

  private Saying() {}

  /** The exit code of what was asked; failures of any other kind pass. */
  public static int exit(Desk desk, Callable<Integer> asked) throws Exception {
    try {
      return asked.call();
    } catch (QueryRefused | NoStore | NothingCollected e) {
      ("outlay: " + e.getMessage()).lines().forEach(desk::say);
      return WRONG_USE;
    }
  }
}
