package dev.outlay.ask.catalogue;

import static dev.outlay.ask.Data.ANALYTICS_USAGE;
import static dev.outlay.ask.Data.USAGE;
import static dev.outlay.ask.Unit.RATIO;
import static dev.outlay.ask.Unit.REQUESTS;
import static dev.outlay.ask.Unit.TOKENS;

import dev.outlay.ask.How;
import dev.outlay.ask.How.Divided;
import dev.outlay.ask.How.Summed;
import dev.outlay.ask.Measure;
import dev.outlay.ask.Unit;
import dev.outlay.ask.Way;
import java.util.List;

/** What was used. */
final class Tokens {
  private static final String UNCACHED = "uncached_input_tokens";
  private static final String READ = "cache_read_input_tokens";
  private static final String WRITTEN_5M = "cache_creation_5m_input_tokens";
  private static final String WRITTEN_1H = "cache_creation_1h_input_tokens";
  private static final String OUTPUT = "output_tokens";
  private static final String SEARCHES = "web_search_requests";

  static final List<Measure> ALL =
      List.of(
          of(
              "tokens",
              "Tokens",
              "All tokens, input and output.",
              UNCACHED,
              READ,
              WRITTEN_5M,
              WRITTEN_1H,
              OUTPUT),
          of(
              "input_tokens",
              "Uncached input tokens",
              "Input that was neither read from nor written to the cache.",
              UNCACHED),
          of("cache_read_tokens", "Cache read tokens", "Input read from the cache.", READ),
          of(
              "cache_creation_5m_tokens",
              "Cache write tokens (5 min)",
              "Input written to the five-minute cache.",
              WRITTEN_5M),
          of(
              "cache_creation_1h_tokens",
              "Cache write tokens (1 h)",
              "Input written to the one-hour cache.",
              WRITTEN_1H),
          of(
              "cache_creation_tokens",
              "Cache write tokens",
              "Input written to the cache.",
              WRITTEN_5M,
              WRITTEN_1H),
          of(
              "total_input_tokens",
              "Input tokens",
              "All input: uncached, read from and written to the cache.",
              UNCACHED,
              READ,
              WRITTEN_5M,
              WRITTEN_1H),
          of("output_tokens", "Output tokens", "What the models wrote.", OUTPUT),
          new Measure(
              "cache_hit_rate",
              "Cache hit rate",
              RATIO,
              "The part of all input that was read from the cache.",
              "cache_read_tokens / total_input_tokens",
              new Divided("cache_read_tokens", List.of("total_input_tokens"), 1)),
          counted(
              "web_searches",
              "Web searches",
              REQUESTS,
              "Searches that models made on the web.",
              SEARCHES),
          new Measure(
              "requests",
              "Requests",
              REQUESTS,
              "Requests to the API; only the analytics API counts them.",
              "sum of requests",
              new Summed(List.of(Way.sum(ANALYTICS_USAGE, "requests")))));

  private Tokens() {}

  private static Measure of(String name, String title, String meaning, String... columns) {
    return counted(name, title, TOKENS, meaning, columns);
  }

  static Measure counted(String name, String title, Unit unit, String meaning, String... columns) {
    return new Measure(
        name, title, unit, meaning, "sum of " + String.join(" + ", columns), usage(columns));
  }

  /** From the usage report where it can be, else from the analytics API. */
  static How usage(String... columns) {
    return new Summed(List.of(Way.sum(USAGE, columns), Way.sum(ANALYTICS_USAGE, columns)));
  }
}
