package dev.outlay.ask.engine;

import dev.outlay.ask.Explained;
import dev.outlay.price.PriceBook;
import dev.outlay.price.Terms;
import dev.outlay.price.TokenKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.NavigableSet;
import java.util.Optional;

/** The price book. Terms that a cut of usage does not carry are taken to be the usual ones. */
public record BookPrices(PriceBook book) implements Prices {
  @Override
  public Optional<BigDecimal> usdPerMillion(
      String model, String column, Conditions conditions, LocalDate day) {
    Terms terms =
        new Terms(
                conditions.serviceTier(),
                conditions.contextWindow(),
                conditions.inferenceGeo(),
                conditions.speed())
            .assuming(Terms.USUAL);
    return Arrays.stream(TokenKind.values())
        .filter(kind -> kind.column().equals(column))
        .findFirst()
        .flatMap(kind -> book.usdPerMillion(model, kind, terms, day));
  }

  @Override
  public Optional<Explained.Entry> entry(String model, LocalDate day) {
    return book.entry(model, day)
        .map(entry -> new Explained.Entry(entry.name(), entry.validity().from(), entry.source()));
  }

  @Override
  public Optional<BigDecimal> perWebSearch(LocalDate day) {
    return book.perWebSearch(day);
  }

  @Override
  public NavigableSet<LocalDate> changes() {
    return book.changes();
  }
}
