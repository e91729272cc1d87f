package dev.outlay.price;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The prices of the kinds of tokens; a kind may have none. */
record Rates(Map<TokenKind, Rate> byKind) {
  static final Rates NONE = new Rates(Map.of());

  Rates {
    byKind = Map.copyOf(byKind);
  }

  Optional<Rate> of(TokenKind kind) {
    return Optional.ofNullable(byKind.get(kind));
  }

  /** These, and the others for the kinds that these leave out. */
  Rates over(Rates others) {
    Map<TokenKind, Rate> both = new EnumMap<>(TokenKind.class);
    both.putAll(others.byKind);
    both.putAll(byKind);
    return new Rates(both);
  }
}
