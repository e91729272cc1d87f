package dev.outlay.price;

import java.util.Locale;

/** The kinds of tokens that have a price of their own. */
public enum TokenKind {
  UNCACHED_INPUT("input", "uncached_input_tokens"),
  CACHE_READ("cache_read", "cache_read_input_tokens"),
  CACHE_WRITE_5M("cache_write_5m", "cache_creation_5m_input_tokens"),
  CACHE_WRITE_1H("cache_write_1h", "cache_creation_1h_input_tokens"),
  OUTPUT("output", "output_tokens");

  private final String key;
  private final String column;

  TokenKind(String key, String column) {
    this.key = key;
    this.column = column;
  }

  /** As price files name it. */
  public String key() {
    return key;
  }

  /** As the usage tables name it. */
  public String column() {
    return column;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
