package dev.outlay.ask.engine;

/**
 * What is fetched together.
 *
 * @param series from where
 * @param kind how
 */
record Batch(Series series, Kind kind) {
  /** How figures of a batch are made. */
  enum Kind {
    ADDED,
    /** Different values, which cannot be added: asked for anew on each level. */
    COUNTED,
    /** Tokens times prices. */
    PRICED
  }
}
