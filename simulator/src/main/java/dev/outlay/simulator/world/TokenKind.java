package dev.outlay.simulator.world;

/** The five kinds of tokens that are counted and billed; each has its place in a row of counts. */
public enum TokenKind {
  UNCACHED_INPUT(0, "uncached_input_tokens", "Input Tokens"),
  CACHE_READ(1, "cache_read_input_tokens", "Input Tokens, Cache Hit"),
  CACHE_WRITE_5M(2, "cache_creation.ephemeral_5m_input_tokens", "Input Tokens, Cache Write"),
  CACHE_WRITE_1H(3, "cache_creation.ephemeral_1h_input_tokens", "Input Tokens, Cache Write 1h"),
  OUTPUT(4, "output_tokens", "Output Tokens");

  private final int place;
  private final String wire;
  private final String label;

  TokenKind(int place, String wire, String label) {
    this.place = place;
    this.wire = wire;
    this.label = label;
  }

  /** As in {@code token_type}. */
  public String wire() {
    return wire;
  }

  /** As at the end of a cost description. */
  public String label() {
    return label;
  }

  /** Its place in a row of counts. */
  public int place() {
    return place;
  }
}
