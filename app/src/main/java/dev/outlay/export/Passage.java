package dev.outlay.export;

import dev.outlay.destination.Delivery;
import dev.outlay.destination.Load;
import dev.outlay.destination.Mirror;
import dev.outlay.destination.Progress;
import dev.outlay.shape.ChangeSink;
import dev.outlay.shape.Shape;
import dev.outlay.store.ConnectionRow;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Position;
import dev.outlay.table.Series;
import dev.outlay.table.Span;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One table of one connection on its way, seen at one moment. */
record Passage(Moment moment, ConnectionRow connection, Shape shape, Mirror mirror) {
  /** What the place needs: nothing, what changed, or all. */
  Passed pass(Way way, Instant now) {
    return switch (way) {
      case Way.Interval(Span span) -> fill(Optional.of(span), known(mirror), now);
      case Way.Full _ -> fill(Optional.empty(), here(), now);
      case Way.Current _ -> current(now);
    };
  }

  /** The same without doing it. */
  Passed tell(Way way) {
    Counting rows = new Counting();
    Optional<Span> span =
        way instanceof Way.Interval(var part) ? Optional.of(part) : Optional.empty();
    Optional<Position> kept =
        way instanceof Way.Current ? position(moment.progress()) : Optional.empty();
    if (kept.isPresent() && kept.get().sequence() == newest()) {
      return Passed.nothing(table(), connection.name());
    }
    Passed.How how =
        kept.isPresent() && changes(kept.get(), rows) ? Passed.How.CHANGES : Passed.How.FILL;
    if (how == Passed.How.FILL) {
      shape.rows(moment.store(), connection.name(), span, rows);
    }
    return rows.passed(table(), connection.name(), how);
  }

  private Passed current(Instant now) {
    long newest = newest();
    return position(moment.progress()).filter(kept -> kept.sequence() == newest).isPresent()
        ? Passed.nothing(table(), connection.name())
        : sent(position(mirror), newest, now);
  }

  /** Where it is has been asked a moment ago: somebody else may write there too. */
  private Passed sent(Optional<Position> kept, long newest, Instant now) {
    if (kept.isEmpty()) {
      return fill(Optional.empty(), at(newest), now);
    }
    return kept.get().sequence() == newest
        ? Passed.nothing(table(), connection.name())
        : change(kept.get(), at(newest), now)
            .orElseGet(() -> fill(Optional.empty(), at(newest), now));
  }

  private Optional<Passed> change(Position kept, Checkpoint after, Instant now) {
    Counting counting = new Counting();
    try (var amendment = mirror.amend(delivery(Optional.empty(), now))) {
      boolean told =
          changes(kept, counting.before(amendment::remove, rows -> amendment.add(0, rows)));
      return told
          ? Optional.of(
              counting
                  .passed(table(), connection.name(), Passed.How.CHANGES)
                  .with(amendment.commit(after)))
          : Optional.empty();
    }
  }

  private Passed fill(Optional<Span> span, Checkpoint after, Instant now) {
    Counting counting = new Counting();
    try (Load load = mirror.begin(delivery(span, now))) {
      shape.rows(
          moment.store(),
          connection.name(),
          span,
          counting.before(_ -> {}, rows -> load.add(0, rows)));
      return counting.passed(table(), connection.name(), Passed.How.FILL).with(load.commit(after));
    }
  }

  private boolean changes(Position kept, ChangeSink into) {
    return shape.changes(moment.store(), connection.name(), kept.sequence(), into);
  }

  /** Where the place is in these very rows, if it knows them. */
  private Optional<Position> position(Progress progress) {
    return known(progress)
        .passed()
        .filter(position -> moment.origin().knows(position, connection, shape));
  }

  private Checkpoint known(Progress progress) {
    return progress.of(connection.name(), series());
  }

  private Checkpoint here() {
    return at(newest());
  }

  private Checkpoint at(long sequence) {
    return Checkpoint.START.at(moment.origin().at(connection, shape, sequence));
  }

  private long newest() {
    return shape.newest(moment.store(), connection.name());
  }

  private Delivery delivery(Optional<Span> span, Instant now) {
    return new Delivery(
        connection.name(),
        series(),
        List.of(shape.table()),
        shape.scope(connection.name(), span),
        Instant.MIN,
        now);
  }

  private Series series() {
    return Series.of(table());
  }

  private String table() {
    return shape.table().name();
  }
}
