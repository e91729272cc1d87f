package dev.outlay.price;

import org.jspecify.annotations.Nullable;

/**
 * The conditions of use that a price may depend on, as the API spells them; null where they are not
 * known, for a cut of usage does not carry all of them.
 *
 * @param serviceTier {@code standard}, {@code batch}, {@code priority}, …
 * @param contextWindow {@code 0-200k} or {@code 200k-1M}
 * @param inferenceGeo {@code global}, {@code us} or {@code not_available}
 * @param speed {@code standard} or {@code fast}
 */
public record Terms(
    @Nullable String serviceTier,
    @Nullable String contextWindow,
    @Nullable String inferenceGeo,
    @Nullable String speed) {
  static final String STANDARD = "standard";
  static final String BATCH = "batch";
  static final String FAST = "fast";
  static final String US = "us";

  /** What most requests are, and the cheapest but for batches. */
  public static final Terms USUAL = new Terms(STANDARD, "0-200k", "global", STANDARD);

  /** Nothing is known. */
  public static final Terms UNKNOWN = new Terms(null, null, null, null);

  /** Where nothing is known, the other terms: an assumption, which its user must tell of. */
  public Terms assuming(Terms other) {
    return new Terms(
        either(serviceTier, other.serviceTier),
        either(contextWindow, other.contextWindow),
        either(inferenceGeo, other.inferenceGeo),
        either(speed, other.speed));
  }

  boolean isBatch() {
    return BATCH.equals(serviceTier);
  }

  private static @Nullable String either(@Nullable String known, @Nullable String assumed) {
    return known == null ? assumed : known;
  }
}
