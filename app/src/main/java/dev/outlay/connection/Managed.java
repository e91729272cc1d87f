package dev.outlay.connection;

/** Where a connection is set up, and so where it can be changed. */
public enum Managed {
  /** In {@code outlay.yml} or the environment: not here. */
  FILE,
  /** In the store: in the page, the API and the command line. */
  STORE
}
