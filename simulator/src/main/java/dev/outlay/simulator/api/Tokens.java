package dev.outlay.simulator.api;

import dev.outlay.simulator.world.Counts;
import dev.outlay.simulator.world.TokenKind;
import tools.jackson.core.JsonGenerator;

/** The counts that both generations of usage reports write alike. */
final class Tokens {
  private Tokens() {}

  static void write(JsonGenerator json, long[] counts, int at) {
    json.writeNumberProperty("uncached_input_tokens", of(counts, at, TokenKind.UNCACHED_INPUT));
    json.writeNumberProperty("cache_read_input_tokens", of(counts, at, TokenKind.CACHE_READ));
    json.writeObjectPropertyStart("cache_creation");
    json.writeNumberProperty("ephemeral_1h_input_tokens", of(counts, at, TokenKind.CACHE_WRITE_1H));
    json.writeNumberProperty("ephemeral_5m_input_tokens", of(counts, at, TokenKind.CACHE_WRITE_5M));
    json.writeEndObject();
    json.writeNumberProperty("output_tokens", of(counts, at, TokenKind.OUTPUT));
    json.writeObjectPropertyStart("server_tool_use");
    json.writeNumberProperty("web_search_requests", counts[at + Counts.WEB_SEARCHES]);
    json.writeEndObject();
  }

  static long of(long[] counts, int at, TokenKind kind) {
    return counts[at + kind.place()];
  }
}
