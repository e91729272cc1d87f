package dev.outlay.dashboard;

import dev.outlay.ask.Ask;
import java.util.Locale;
import java.util.Optional;

/**
 * One figure, chart or table.
 *
 * @param id unique in its dashboard
 * @param kind how the answer is shown
 * @param ask the question
 * @param format how figures are written; empty for the measure's own way
 */
public record Widget(String id, Kind kind, String title, Ask ask, Optional<Format> format) {
  /** How an answer is shown. */
  public enum Kind {
    STAT,
    TIMESERIES,
    BAR,
    TABLE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How figures are written. */
  public enum Format {
    MONEY,
    COUNT,
    PERCENT,
    RATE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
