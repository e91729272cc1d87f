package dev.outlay.testkit.ask;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row of usage, as plain values.
 *
 * @param connection its id, which is its name too
 * @param width 1d or 1h
 * @param cut the dimensions it is grouped by; the values of all others are null
 * @param counts uncached, read, written for 5 minutes, written for an hour, output, searches
 */
record Use(
    String connection,
    String width,
    String cut,
    Instant at,
    @Nullable String model,
    @Nullable String workspace,
    @Nullable String key,
    @Nullable String tier,
    @Nullable String geo,
    List<Long> counts) {
  /** How measures of usage are made of the counts. */
  BigInteger sum(String measure) {
    return switch (measure) {
      case "tokens" -> sum(0, 5);
      case "total_input_tokens" -> sum(0, 4);
      case "cache_creation_tokens" -> sum(2, 4);
      case "output_tokens" -> sum(4, 5);
      case "web_searches" -> sum(5, 6);
      default -> throw new IllegalArgumentException(measure);
    };
  }

  private BigInteger sum(int from, int to) {
    return counts.subList(from, to).stream()
        .map(BigInteger::valueOf)
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  /** The value of a dimension. */
  @Nullable String is(String dimension) {
    return switch (dimension) {
      case "model" -> model;
      case "workspace" -> workspace;
      case "api_key" -> key;
      case "service_tier" -> tier;
      case "inference_geo" -> geo;
      case "connection" -> connection;
      case "batch" -> tier == null ? null : tier.equals("batch") ? "batch" : "real-time";
      case "model_family" -> Optional.ofNullable(model).map(Use::family).orElse(null);
      default -> throw new IllegalArgumentException(dimension);
    };
  }

  static String family(String model) {
    return model.startsWith("claude-opus")
        ? "opus"
        : model.startsWith("claude-haiku") ? "haiku" : model;
  }
}
