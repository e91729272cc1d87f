package dev.outlay.schedule;

import dev.outlay.admin.AdminApi;
import dev.outlay.connection.Linked;
import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.catalogue.Datasets;
import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure;
import dev.outlay.source.Selection;
import dev.outlay.sync.Collect;
import dev.outlay.sync.Connection;
import dev.outlay.sync.Part;
import dev.outlay.sync.Sync;
import dev.outlay.sync.SyncEvent;
import dev.outlay.sync.SyncLog;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * One run of one job, on a thread of its own.
 *
 * @param full whether every cut of the usage report is read, or the first of each width
 * @param part the newest, or history, which leaves the way free to everybody else
 * @param enough asked between two steps: whether the rest is left for another run
 */
record Run(
    Parts parts, Door door, Job job, boolean full, Part part, BooleanSupplier enough, SyncLog log) {
  Outcome go(Consumer<SyncEvent> events) {
    try {
      return behind(door.open(parts.clock().instant()), events);
    } catch (Failure shut) {
      return stopped() ? new Outcome.Interrupted() : new Outcome.Shut(door.until());
    }
  }

  private Outcome behind(Door.Open open, Consumer<SyncEvent> events) {
    try {
      Outcome outcome = Outcome.of(sync(open, events).run(dataset(), now(open), part, enough));
      if (outcome instanceof Outcome.Refused) {
        door.doubt();
      }
      return outcome;
    } catch (Failure failure) {
      return stopped() ? new Outcome.Interrupted() : Outcome.of(failure);
    } catch (RuntimeException e) {
      return new Outcome.Failed(unexpected(e));
    }
  }

  private Sync sync(Door.Open open, Consumer<SyncEvent> events) {
    Linked linked = door.linked();
    Selection selection = full ? linked.selection() : firstCuts(linked.selection());
    return new Sync(
        new Connection(open.row().id(), open.row().name()),
        new Collect(api(open).as(open.row().id()).wanting(selection), selection),
        parts.store(),
        parts.store(),
        log,
        events,
        parts.elapsed());
  }

  private AdminApi api(Door.Open open) {
    return part == Part.HISTORY ? open.api().patient() : open.api();
  }

  private Instant now(Door.Open open) {
    return parts.serverTime().apply(open.ahead());
  }

  private Dataset dataset() {
    return Datasets.named(job.dataset()).orElseThrow();
  }

  private static Selection firstCuts(Selection all) {
    Map<String, Selection.Usage> usage = new HashMap<>();
    all.usage()
        .forEach((width, each) ->
            usage.put(width, new Selection.Usage(each.lookback(), first(each.cuts()))));
    return new Selection(
        all.datasets(), all.from(), all.to(), all.widths(), all.lookback(), usage, all.filter());
  }

  private static List<List<String>> first(List<List<String>> cuts) {
    return cuts.stream().limit(1).toList();
  }

  private Failure unexpected(RuntimeException e) {
    return new Failure.KeepFailed(
        Attempt.to("collecting", door.linked().name(), job.dataset()),
        "the program met " + e.getClass().getSimpleName(),
        "Please report it; it is tried again.",
        e);
  }

  private static boolean stopped() {
    return Thread.currentThread().isInterrupted();
  }
}
