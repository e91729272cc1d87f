package dev.outlay.cli.demo;

import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The demo's own store, new each time. */
public record DemoStore(Path file) {
  /**
   * Removes the one of the last time, unless somebody has it open.
   *
   * @param open opens and closes it
   */
  public void remove(Runnable open) {
    if (!Files.exists(file)) {
      return;
    }
    try {
      open.run();
    } catch (Failure.Retry held) {
      throw held;
    } catch (Failure _) {
      // It cannot be opened at all: all the more reason to make a new one.
    }
    delete();
  }

  private void delete() {
    try {
      Files.deleteIfExists(file);
      Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".wal"));
    } catch (IOException e) {
      throw new Failure.KeepFailed(
          Attempt.to("removing the last demo", "store " + file, ""),
          "it may not be removed",
          "Remove it by hand.",
          e);
    }
  }
}
