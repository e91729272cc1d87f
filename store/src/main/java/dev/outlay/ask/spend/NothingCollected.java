package dev.outlay.ask.spend;

/** The store is there, but nothing of what was asked about was ever collected. */
public final class NothingCollected extends RuntimeException {
  NothingCollected(String dataset) {
    super("No " + dataset + " has been collected yet: run outlay sync first.", null, false, false);
  }
}
