package dev.outlay.export;

import dev.outlay.destination.Mirror;

/** A place that is still there when whoever opened it lets go of it. */
record Lasting(Mirror place) implements Veiled {
  @Override
  public void close() {
    // The test ends it.
  }
}
