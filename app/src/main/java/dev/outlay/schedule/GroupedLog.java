package dev.outlay.schedule;

import dev.outlay.failure.Failure;
import dev.outlay.store.RunNote;
import dev.outlay.store.Store;
import dev.outlay.sync.DatasetReport;
import dev.outlay.sync.SyncLog;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The record of runs, written for many runs at once: a thousand connections would make a commit
 * twice for each run. What a killed process had not written yet is what was begun or ended within
 * the last moments. Safe for use by many threads.
 */
final class GroupedLog implements SyncLog {
  private static final int MOST = 20_000;
  private final Store store;
  private final Map<Long, RunNote> begun = new LinkedHashMap<>();
  private Map<Long, RunNote> unwritten = new LinkedHashMap<>();

  GroupedLog(Store store) {
    this.store = store;
  }

  @Override
  public synchronized long began(String connection, String dataset, Instant at) {
    long id = store.newRun();
    RunNote note = new RunNote(id, connection, dataset, at, Optional.empty());
    begun.put(id, note);
    unwritten.put(id, note);
    return id;
  }

  @Override
  public synchronized void ended(long id, DatasetReport report, Instant at) {
    RunNote note = begun.remove(id);
    if (note != null) {
      unwritten.put(
          id,
          new RunNote(
              id,
              note.connection(),
              note.dataset(),
              note.began(),
              Optional.of(new RunNote.Ended(report, at))));
    }
  }

  /** Writes what there is; what could not be written is tried again with the next. */
  void flush() {
    Map<Long, RunNote> notes = taken();
    try {
      store.note(List.copyOf(notes.values()));
    } catch (Failure _) {
      giveBack(notes);
    }
  }

  private synchronized Map<Long, RunNote> taken() {
    Map<Long, RunNote> notes = unwritten;
    unwritten = new LinkedHashMap<>();
    return notes;
  }

  private synchronized void giveBack(Map<Long, RunNote> notes) {
    if (notes.size() < MOST) {
      notes.putAll(unwritten);
      unwritten = notes;
    }
  }
}
