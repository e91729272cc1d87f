package dev.outlay.simulator.world;

import java.math.BigDecimal;
import java.util.function.BiConsumer;

/** What is billed beside tokens, by workspace and day; units chosen so that cents stay exact. */
record Charges(Dice dice, boolean noise) {
  private static final BigDecimal CODE_EXECUTION_3_MINUTES = new BigDecimal("0.25");
  private static final BigDecimal SESSION_45_SECONDS = new BigDecimal("0.1");

  /** Cents for one search: 10 USD for a thousand. */
  static final BigDecimal SEARCH = BigDecimal.ONE;

  void of(int workspace, long day, BiConsumer<Charge, BigDecimal> sink) {
    if (workspace % 3 == 0) {
      sink.accept(Charge.CODE_EXECUTION, units(CODE_EXECUTION_3_MINUTES, workspace, day, 7));
    }
    if (workspace % 4 == 0) {
      sink.accept(Charge.SESSION_USAGE, units(SESSION_45_SECONDS, workspace, day, 8));
    }
    if (noise && workspace == 0 && day % 5 == 0) {
      sink.accept(Charge.FILE_STORAGE, units(SESSION_45_SECONDS, workspace, day, 9));
    }
  }

  private BigDecimal units(BigDecimal price, int workspace, long day, int purpose) {
    int units = dice.below(400, workspace, day, purpose) * Rhythm.weekday(day) / 1_000;
    return price.multiply(BigDecimal.valueOf(units));
  }

  /** Kinds of charges that are not tokens; the last is one no documentation names. */
  enum Charge {
    WEB_SEARCH("Web Search Usage"),
    CODE_EXECUTION("Code Execution Usage"),
    SESSION_USAGE("Session Usage"),
    FILE_STORAGE("File Storage Usage");

    private final String description;

    Charge(String description) {
      this.description = description;
    }

    String description() {
      return description;
    }
  }
}
