package dev.outlay.ask;

/** What one of a measure is. */
public enum Unit {
  USD("USD"),
  CURRENCY("currency"),
  TOKENS("tokens"),
  REQUESTS("requests"),
  RATIO("ratio"),
  USD_PER_MTOK("USD per million tokens"),
  USD_EACH("USD each"),
  COUNT("count"),
  LINES("lines");

  private final String text;

  Unit(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }

  /** How it is written for people: money, count, percent or rate. */
  public String format() {
    return switch (this) {
      case USD, CURRENCY -> "money";
      case USD_PER_MTOK, USD_EACH -> "rate";
      case RATIO -> "percent";
      default -> "count";
    };
  }
}
