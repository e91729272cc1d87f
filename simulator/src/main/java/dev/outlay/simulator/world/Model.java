package dev.outlay.simulator.world;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** The models and their list prices; a family's members stand in the order of their launch. */
public enum Model {
  SONNET_4(
      "claude-sonnet-4-20250514",
      "Sonnet 4",
      Family.SONNET,
      "2025-05-22",
      false,
      "3 3.75 6 0.3 15"),
  SONNET_4_5(
      "claude-sonnet-4-5-20250929",
      "Sonnet 4.5",
      Family.SONNET,
      "2025-09-29",
      false,
      "3 3.75 6 0.3 15"),
  SONNET_4_6(
      "claude-sonnet-4-6", "Sonnet 4.6", Family.SONNET, "2026-02-17", true, "3 3.75 6 0.3 15"),
  SONNET_5("claude-sonnet-5", "Sonnet 5", Family.SONNET, "2026-06-30", true, "2 2.5 4 0.2 10"),
  SONNET_5_5(
      "claude-sonnet-5-5", "Sonnet 5.5", Family.SONNET, "2026-09-28", true, "2 2.5 4 0.1 10"),
  OPUS_4(
      "claude-opus-4-20250514", "Opus 4", Family.OPUS, "2025-05-22", false, "15 18.75 30 1.5 75"),
  OPUS_4_1(
      "claude-opus-4-1-20250805",
      "Opus 4.1",
      Family.OPUS,
      "2025-08-05",
      false,
      "15 18.75 30 1.5 75"),
  OPUS_4_5(
      "claude-opus-4-5-20251101", "Opus 4.5", Family.OPUS, "2025-11-24", false, "5 6.25 10 0.5 25"),
  OPUS_4_6("claude-opus-4-6", "Opus 4.6", Family.OPUS, "2026-02-05", true, "5 6.25 10 0.5 25"),
  OPUS_4_7("claude-opus-4-7", "Opus 4.7", Family.OPUS, "2026-04-16", true, "5 6.25 10 0.5 25"),
  OPUS_4_8("claude-opus-4-8", "Opus 4.8", Family.OPUS, "2026-05-28", true, "5 6.25 10 0.5 25"),
  OPUS_5("claude-opus-5", "Opus 5", Family.OPUS, "2026-07-21", true, "5 6.25 10 0.5 25"),
  OPUS_5_5("claude-opus-5-5", "Opus 5.5", Family.OPUS, "2026-10-06", true, "4 5 8 0.2 20"),
  HAIKU_3_5(
      "claude-3-5-haiku-20241022",
      "Haiku 3.5",
      Family.HAIKU,
      "2024-11-04",
      false,
      "0.8 1 1.6 0.08 4"),
  HAIKU_4_5(
      "claude-haiku-4-5-20251001",
      "Haiku 4.5",
      Family.HAIKU,
      "2025-10-15",
      false,
      "1 1.25 2 0.1 5"),
  HAIKU_5_5(
      "claude-haiku-5-5", "Haiku 5.5", Family.HAIKU, "2026-10-07", true, "0.1 0.125 0.2 0.01 0.5"),
  FABLE_5("claude-fable-5", "Fable 5", Family.FABLE, "2026-06-09", true, "10 12.5 20 1 50"),
  FABLE_5_1(
      "claude-fable-5-1", "Fable 5.1", Family.FABLE, "2026-10-01", true, "10 12.5 20 0.25 50");

  private static final Rates HAIKU_5_5_LONG = Rates.usd("0.5 0.625 1 0.05 2.5");

  private final String id;
  private final String label;
  private final Family family;
  private final long launched;
  private final boolean geos;
  private final String usd;

  Model(String id, String label, Family family, String launched, boolean geos, String usd) {
    this.id = id;
    this.label = label;
    this.family = family;
    this.launched = LocalDate.parse(launched).toEpochDay();
    this.geos = geos;
    this.usd = usd;
  }

  public static List<Model> of(Family family) {
    return Arrays.stream(values()).filter(model -> model.family == family).toList();
  }

  public String id() {
    return id;
  }

  /** As in cost descriptions, without the maker's prefix. */
  public String label() {
    return label;
  }

  Family family() {
    return family;
  }

  /** USD per million tokens: input, cache write 5 m and 1 h, cache read, output. */
  String usd() {
    return usd;
  }

  /** Days since 1970-01-01. */
  long launched() {
    return launched;
  }

  /** Whether requests can name an inference geography. */
  boolean geos() {
    return geos;
  }

  boolean fastMode() {
    return this == OPUS_5 || this == OPUS_5_5 || this == OPUS_4_8;
  }

  /** What a token costs under these conditions. */
  public Rates rates(Tier tier, Context context, Geo geo, Speed speed) {
    Rates rates =
        this == HAIKU_5_5 && context == Context.LONG ? HAIKU_5_5_LONG : PriceList.of(this);
    Rates quick = speed == Speed.FAST ? rates.fast(2) : rates;
    Rates batched = tier == Tier.BATCH ? quick.times(1, 2) : quick;
    return geo == Geo.US ? batched.times(11, 10) : batched;
  }
}
