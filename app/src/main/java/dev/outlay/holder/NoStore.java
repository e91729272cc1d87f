package dev.outlay.holder;

import java.nio.file.Path;

/** There is nothing to ask yet. */
public final class NoStore extends RuntimeException {
  public NoStore(Path file) {
    super(
        "There is no store at "
            + file
            + " yet: outlay sync collects one, outlay demo makes one up.",
        null,
        false,
        false);
  }
}
