package dev.outlay.ask.engine;

import dev.outlay.ask.Explained;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What tokens cost. What is not known is empty, never nought. */
public interface Prices {
  /** Nothing is known. */
  Prices NONE =
      new Prices() {
        @Override
        public Optional<BigDecimal> usdPerMillion(
            String model, String column, Conditions conditions, LocalDate day) {
          return Optional.empty();
        }

        @Override
        public Optional<BigDecimal> perWebSearch(LocalDate day) {
          return Optional.empty();
        }

        @Override
        public NavigableSet<LocalDate> changes() {
          return Collections.unmodifiableNavigableSet(new TreeSet<>());
        }
      };

  /** Of use, as the API spells them; null where not known. */
  record Conditions(
      @Nullable String serviceTier,
      @Nullable String contextWindow,
      @Nullable String inferenceGeo,
      @Nullable String speed) {}

  /**
   * USD for a million tokens.
   *
   * @param column the kind of token, as usage tables name it
   */
  Optional<BigDecimal> usdPerMillion(
      String model, String column, Conditions conditions, LocalDate day);

  /** The entry of the price book that a model's prices are from, where there is a book. */
  default Optional<Explained.Entry> entry(String model, LocalDate day) {
    return Optional.empty();
  }

  /** USD for one search. */
  Optional<BigDecimal> perWebSearch(LocalDate day);

  /** The UTC days on which any price changes. */
  NavigableSet<LocalDate> changes();
}
