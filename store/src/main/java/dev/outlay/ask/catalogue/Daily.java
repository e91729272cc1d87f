package dev.outlay.ask.catalogue;

import static dev.outlay.ask.Data.COST;

import dev.outlay.ask.How.Summed;
import dev.outlay.ask.Measure;
import dev.outlay.ask.Unit;
import dev.outlay.ask.Way;
import java.util.List;

/**
 * Series that are known elsewhere under these names, so that dashboards of there can be had here.
 */
final class Daily {
  static final List<Measure> ALL =
      List.of(
          tokens("anthropic_input_tokens", "Uncached input tokens", "uncached_input_tokens"),
          tokens("anthropic_output_tokens", "Output tokens", "output_tokens"),
          tokens("anthropic_cache_read_tokens", "Cache read tokens", "cache_read_input_tokens"),
          tokens(
              "anthropic_cache_creation_tokens",
              "Cache write tokens",
              "cache_creation_5m_input_tokens",
              "cache_creation_1h_input_tokens"),
          Tokens.counted(
              "anthropic_web_search_requests",
              "Web searches",
              Unit.REQUESTS,
              "Searches that models made on the web.",
              "web_search_requests"),
          new Measure(
              "anthropic_cost_usd",
              "Cost",
              Unit.USD,
              "What the API bills; nothing is estimated.",
              "sum of amount_usd",
              new Summed(List.of(Way.dollars(COST, "amount_cents")))));

  private Daily() {}

  private static Measure tokens(String name, String title, String... columns) {
    return Tokens.counted(name, title, Unit.TOKENS, title + ".", columns);
  }
}
