package dev.outlay.destinations.file;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands at a place, and how it becomes something else in one step. */
record Books(Place place, FileTrouble trouble, Format format, Layout layout, InstantSource clock) {
  private static final int TRIES = 5;

  /**
   * What shall stand next.
   *
   * @param fresh the files that are new in it
   * @param result what the work came to
   */
  record Next<T>(Manifest manifest, Map<String, Path> fresh, T result) {}

  /** Makes what comes next; repeated where somebody else was faster. */
  interface Work<T> {
    Next<T> of(Manifest before, long load) throws IOException, SQLException;
  }

  Manifest current(String tried) {
    return trouble.ask(tried, () -> known(place.stand()));
  }

  <T> T change(String tried, Work<T> work) {
    return trouble.ask(
        tried,
        () -> {
          try (Place.Turn _ = place.turn()) {
            return changed(tried, work);
          }
        });
  }

  private <T> T changed(String tried, Work<T> work) throws IOException, SQLException {
    for (int tries = 0; tries < TRIES; tries++) {
      Optional<Place.Stand> stand = place.stand();
      Manifest before = known(stand);
      Next<T> next = work.of(before, before.load() + 1);
      if (next.manifest.saysTheSameAs(before)
          || place.keep(
              stand, next.manifest.numbered(before.load() + 1), next.fresh, clock.instant())) {
        return next.result;
      }
    }
    throw trouble.because(
        tried,
        "somebody else wrote there at the same time, again and again",
        "Let one program at a time write there.");
  }

  private Manifest known(Optional<Place.Stand> stand) {
    Manifest known =
        stand
            .map(Place.Stand::manifest)
            .orElse(new Manifest(format.name(), layout.word(), 0, List.of(), List.of(), List.of()));
    if (!known.format().equals(format.name()) || !known.layout().equals(layout.word())) {
      throw trouble.because(
          "looking at what is there",
          "it was begun as %s with layout=%s".formatted(known.format(), known.layout()),
          "Name it so, or name another folder.");
    }
    return known;
  }
}
