package dev.outlay.price;

/** How sure a price is, the surest first. */
public enum Confidence {
  /** The user's own price file says so. */
  YOURS("from your price file"),
  DOCUMENTED("documented"),
  /** Read off a copy of the price page, not off the page. */
  CAPTURED("documented, read off a copy of the price page"),
  /** Public sources do not agree. */
  DISPUTED("sources disagree"),
  UNCERTAIN("not documented by Anthropic"),
  /** The true price is this or more; what is collected cannot tell. */
  AT_LEAST("at least this");

  private final String words;

  Confidence(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }

  /** The less sure of the two. */
  Confidence and(Confidence other) {
    return compareTo(other) > 0 ? this : other;
  }
}
