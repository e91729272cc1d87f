package dev.outlay.holder;

import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure;
import dev.outlay.failure.Failure.Retry;
import dev.outlay.store.StoreBusy;
import java.nio.file.Path;

/** Says who has the store open and what to do about it. */
record Held(Path store) {
  static Attempt opening(Path store) {
    return Attempt.to("opening", "store " + store, "");
  }

  Failure byWriter(HolderNote note) {
    return new Retry(
        opening(store),
        note.who() + " has it open, and two commands cannot write at once",
        "Let it end and run the same command again; query and spend work meanwhile.",
        false);
  }

  Failure byOtherVersion(HolderNote note) {
    return new Retry(
        opening(store),
        note.who()
            + " has it open and is version "
            + note.version()
            + ", this is "
            + OwnVersion.TEXT,
        "Use that version, or let it end first.",
        false);
  }

  Failure byStranger(HolderNote note) {
    return new Retry(
        opening(store),
        note.who() + " should have it open, but refused the token of " + HolderNote.beside(store),
        "If no outlay is running, remove that file; otherwise let it end first.",
        false);
  }

  Failure bySilent(StoreBusy busy) {
    String who = busy.holder().isPresent() ? "process " + busy.holder().getAsLong() : "a process";
    return new Retry(
        opening(store),
        who + " has it open and answers no questions",
        "Let it end, or end it, and run the same command again.",
        false);
  }
}
