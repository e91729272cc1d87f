package dev.outlay.shape.focus;

import dev.outlay.price.TokenKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a line of the bill counts.
 *
 * @param sku the last part of the SKU
 * @param price the same where prices differ further: cache writes of five minutes and of an hour
 * @param name for people
 * @param unit empty where nobody says in what it is counted
 * @param kind of tokens, where it is one that has prices
 */
record Meter(String sku, String price, String name, Optional<Unit> unit, Optional<TokenKind> kind) {
  static final String TOKENS = "tokens";
  static final String SEARCHES = "web_search";

  private static final Map<String, Meter> TOKEN_KINDS =
      Map.of(
          "uncached_input_tokens", tokens("input", "Input Tokens", TokenKind.UNCACHED_INPUT),
          "output_tokens", tokens("output", "Output Tokens", TokenKind.OUTPUT),
          "cache_read_input_tokens",
              tokens("cache_read", "Cache Read Input Tokens", TokenKind.CACHE_READ),
          "cache_creation.ephemeral_5m_input_tokens", written(TokenKind.CACHE_WRITE_5M),
          "cache_creation.ephemeral_1h_input_tokens", written(TokenKind.CACHE_WRITE_1H));

  private static final Map<String, Meter> OTHERS =
      Map.of(
          SEARCHES,
          other(SEARCHES, "Web Searches", Unit.REQUESTS),
          "code_execution",
          other("code_execution", "Code Execution Hours", Unit.HOURS),
          "session_usage",
          other("session_usage", "Session Hours", Unit.HOURS));

  /** The kinds of tokens by their name in the bill. */
  static Map<String, TokenKind> tokenKinds() {
    Map<String, TokenKind> kinds = new TreeMap<>();
    TOKEN_KINDS.forEach((name, meter) -> kinds.put(name, meter.kind().orElseThrow()));
    return kinds;
  }

  /** What the API names but we do not know passes through under its own name. */
  static Meter of(Charge charge) {
    return TOKENS.equals(charge.costType())
        ? ofTokens(charge.tokenType())
        : ofOther(charge.costType());
  }

  private static Meter ofTokens(@Nullable String type) {
    String name = type == null ? TOKENS : type;
    return TOKEN_KINDS.getOrDefault(
        name, new Meter(name, name, words(name), Optional.of(Unit.TOKENS), Optional.empty()));
  }

  private static Meter ofOther(@Nullable String type) {
    String name = type == null ? "unspecified" : type;
    return OTHERS.getOrDefault(
        name, new Meter(name, name, words(name), Optional.empty(), Optional.empty()));
  }

  private static Meter tokens(String key, String name, TokenKind kind) {
    return new Meter(key, key, name, Optional.of(Unit.TOKENS), Optional.of(kind));
  }

  private static Meter written(TokenKind kind) {
    return new Meter(
        "cache_write",
        kind.key(),
        "Cache Write Input Tokens",
        Optional.of(Unit.TOKENS),
        Optional.of(kind));
  }

  private static Meter other(String key, String name, Unit unit) {
    return new Meter(key, key, name, Optional.of(unit), Optional.empty());
  }

  /** {@code file_storage} as File Storage. */
  private static String words(String name) {
    return Arrays.stream(name.split("[_. ]+"))
        .filter(word -> !word.isEmpty())
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining(" "));
  }
}
