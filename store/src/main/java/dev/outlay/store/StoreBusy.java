package dev.outlay.store;

import java.nio.file.Path;
import java.util.OptionalLong;

/** Another process has the store open; a store is for one process at a time. */
public final class StoreBusy extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final long holder;

  StoreBusy(Path file, OptionalLong holder) {
    super(
        "store "
            + file
            + ": another process"
            + (holder.isPresent() ? " (" + holder.getAsLong() + ")" : "")
            + " has it open. Close that one, or ask it.");
    this.holder = holder.orElse(-1);
  }

  /** The id of the process that has it, where it is known. */
  public OptionalLong holder() {
    return holder < 0 ? OptionalLong.empty() : OptionalLong.of(holder);
  }
}
