package dev.outlay.holder;

import dev.outlay.holder.RemoteAnswers.Reached;
import dev.outlay.store.Answers;
import dev.outlay.store.StoreBusy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The way to a store that others may have open.
 *
 * @param file the store's
 * @param patience how long to wait for a command that has it open for a moment only
 */
public record StoreAccess(Path file, Duration patience) {
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);

  public static StoreAccess to(Path file) {
    return new StoreAccess(file, Duration.ofSeconds(5));
  }

  /**
   * Who answers: the store, opened here, or the process that has it open.
   *
   * @param opening throws {@link StoreBusy} when another process has it
   * @throws NoStore when there is no such file
   */
  public Answers toAsk(Supplier<? extends Answers> opening) {
    if (!Files.exists(file)) {
      throw new NoStore(file);
    }
    return patiently(opening, this::remote);
  }

  /** The store, opened here to be written. */
  public <T> T toWrite(Supplier<? extends T> opening) {
    return patiently(
        opening,
        note -> {
          throw new Held(file).byWriter(note);
        });
  }

  /** Who does something with the store: this process, or the one that has it open. */
  public <T> T toDo(Supplier<? extends T> opening, Function<Errands, ? extends T> there) {
    return patiently(
        opening, note -> there.apply(errand -> new RemoteAnswers(file, note).run(errand)));
  }

  /** What to do about a holder that is there. */
  private interface Other<T> {
    T at(HolderNote note);
  }

  private <T> T patiently(Supplier<? extends T> opening, Other<? extends T> other) {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      try {
        return opening.get();
      } catch (StoreBusy busy) {
        Optional<HolderNote> note = holder();
        if (note.isPresent()) {
          return other.at(note.get());
        }
        if (System.nanoTime() > end || !pause()) {
          throw new Held(file).bySilent(busy);
        }
      }
    }
  }

  /** The one that answers; whoever just went away or left a stale note is none. */
  private Optional<HolderNote> holder() {
    return HolderNote.read(file)
        .filter(note -> new RemoteAnswers(file, note).reached() != Reached.GONE);
  }

  private Answers remote(HolderNote note) {
    RemoteAnswers answers = new RemoteAnswers(file, note);
    return switch (answers.reached()) {
      case ANSWERS, GONE -> answers;
      case OTHER_VERSION -> throw new Held(file).byOtherVersion(note);
      case WRONG_TOKEN -> throw new Held(file).byStranger(note);
    };
  }

  private static boolean pause() {
    try {
      Thread.sleep(BETWEEN_TRIES);
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
