package dev.outlay.headroom;

import java.util.Locale;
import java.util.Optional;

/**
 * What a limiter limits, and what of use counts against it.
 *
 * @param title for people
 * @param unit of its value and of use
 * @param counts what is added up; empty where it cannot be known
 * @param words what counts, or why nothing can be said
 */
record Limiter(String title, String unit, Optional<Counted> counts, String words) {

  /** The sums that can be held against a limit; each is made of token columns of usage. */
  enum Counted {
    INPUT("fresh", "standard"),
    ALL_INPUT("fresh + reads", "standard"),
    OUTPUT("output", "standard"),
    FAST_INPUT("fresh", "fast"),
    FAST_OUTPUT("output", "fast");

    private final String sum;
    private final String lane;

    Counted(String sum, String lane) {
      this.sum = sum;
      this.lane = lane;
    }

    /** In terms of the columns of {@link UseSql}. */
    String sum() {
      return sum;
    }

    /** Fast mode has limits of its own. */
    String lane() {
      return lane;
    }

    boolean isFast() {
      return lane.equals("fast");
    }

    boolean isInput() {
      return this != OUTPUT && this != FAST_OUTPUT;
    }
  }

  private static final String TOKENS = "tokens per minute";
  private static final String REQUESTS = "requests per minute";
  private static final String INPUT =
      "uncached input and cache writes; cache reads do not count against this limit";

  /**
   * The set of limiters is open: one that is not known is shown and not measured.
   *
   * @param readsCount whether cache reads count, which only older models' limits do
   */
  static Limiter of(String name, String groupType, boolean readsCount) {
    return switch (name) {
      case "input_tokens_per_minute_cache_aware" ->
          tokens("Input, cache-aware", Counted.INPUT, INPUT);
      case "input_tokens_per_minute" ->
          readsCount
              ? tokens(
                  "Input",
                  Counted.ALL_INPUT,
                  "all input: uncached, cache writes and cache reads, which count for this group")
              : tokens("Input", Counted.INPUT, INPUT);
      case "output_tokens_per_minute" -> tokens("Output", Counted.OUTPUT, "output");
      case "fast_itpmca" ->
          tokens("Input, fast mode", Counted.FAST_INPUT, INPUT + ", of fast mode");
      case "fast_otpm" -> tokens("Output, fast mode", Counted.FAST_OUTPUT, "output of fast mode");
      case "requests_per_minute" -> dark("Requests", REQUESTS, requests(groupType));
      case "requests_per_second", "tool_uses_per_second" ->
          dark(
              "Requests",
              "requests per second",
              "Usage is reported by the minute at best; a limit by the second cannot be held against"
                  + " it.");
      case "enqueued_batch_requests" ->
          dark(
              "Batch queue",
              "requests",
              "The Admin API does not tell how many batch requests wait in the queue.");
      default ->
          dark(
              spoken(name),
              "",
              "It is not known here what counts against a limit called " + name + ".");
    };
  }

  private static Limiter tokens(String title, Counted counts, String words) {
    return new Limiter(title, TOKENS, Optional.of(counts), words);
  }

  private static Limiter dark(String title, String unit, String why) {
    return new Limiter(title, unit, Optional.empty(), why);
  }

  private static String requests(String groupType) {
    return groupType.equals("model_group")
        ? "The Admin API does not count requests by the minute."
        : "The Admin API does not count these requests.";
  }

  static String spoken(String name) {
    String words = name.replace('_', ' ');
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
