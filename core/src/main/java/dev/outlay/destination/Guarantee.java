package dev.outlay.destination;

/** What a destination promises when the same load arrives twice, weakest first. */
public enum Guarantee {
  /** The rows are there twice; readers take the newest load of a scope. */
  APPENDS,
  /** The scope holds the rows of the last load, but a crash may leave it between two states. */
  REPLACES,
  /** Rows and checkpoint change together or not at all. */
  EXACTLY_ONCE
}
