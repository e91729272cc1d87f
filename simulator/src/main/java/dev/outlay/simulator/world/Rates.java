package dev.outlay.simulator.world;

import java.math.BigDecimal;

/**
 * Prices of one model in 1e-5 USD per million tokens, which is 1e-9 cents a token; whole numbers,
 * so that every product stays exact.
 */
public record Rates(long input, long write5m, long write1h, long read, long output) {

  /** From USD per million tokens, in the order of the fields. */
  static Rates usd(String prices) {
    String[] usd = prices.split(" ");
    return new Rates(exact(usd[0]), exact(usd[1]), exact(usd[2]), exact(usd[3]), exact(usd[4]));
  }

  /** Fast mode: own input and output, the caching multipliers stay. */
  Rates fast(int factor) {
    return times(factor, 1);
  }

  Rates times(int numerator, int denominator) {
    return new Rates(
        input * numerator / denominator,
        write5m * numerator / denominator,
        write1h * numerator / denominator,
        read * numerator / denominator,
        output * numerator / denominator);
  }

  /** 1e-9 cents a token. */
  public long of(TokenKind kind) {
    return switch (kind) {
      case UNCACHED_INPUT -> input;
      case CACHE_READ -> read;
      case CACHE_WRITE_5M -> write5m;
      case CACHE_WRITE_1H -> write1h;
      case OUTPUT -> output;
    };
  }

  /** Cents. */
  public BigDecimal cents(TokenKind kind, long tokens) {
    return BigDecimal.valueOf(of(kind)).multiply(BigDecimal.valueOf(tokens)).movePointLeft(9);
  }

  private static long exact(String usd) {
    return new BigDecimal(usd).movePointRight(5).longValueExact();
  }
}
