package dev.outlay.export;

import dev.outlay.destination.Delivery;
import dev.outlay.destination.Load;
import dev.outlay.destination.Mirror;
import dev.outlay.shape.ChangeSink;
import dev.outlay.shape.Shape;
import dev.outlay.store.Answers;
import dev.outlay.store.ConnectionRow;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Position;
import dev.outlay.table.Series;
import dev.outlay.table.Span;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One table of one connection on its way, seen at one moment of the store. */
record Passage(
    Answers moment, ConnectionRow connection, Shape shape, Mirror mirror, Origin origin) {
  /** What the place needs: nothing, what changed, or all. */
  Passed pass(Way way, Instant now) {
    return switch (way) {
      case Way.Interval(Span span) -> fill(Optional.of(span), known(), now);
      case Way.Full _ -> fill(Optional.empty(), here(), now);
      case Way.Current _ -> current(now);
    };
  }

  /** The same without doing it. */
  Passed tell(Way way) {
    Counting rows = new Counting();
    Optional<Span> span =
        way instanceof Way.Interval(var part) ? Optional.of(part) : Optional.empty();
    Optional<Position> kept = way instanceof Way.Current ? kept() : Optional.empty();
    if (kept.isPresent() && kept.get().sequence() == newest()) {
      return Passed.nothing(table(), connection.name());
    }
    Passed.How how =
        kept.isPresent() && changes(kept.get(), rows) ? Passed.How.CHANGES : Passed.How.FILL;
    if (how == Passed.How.FILL) {
      shape.rows(moment, connection.name(), span, rows);
    }
    return rows.passed(table(), connection.name(), how);
  }

  private Passed current(Instant now) {
    Optional<Position> kept = kept();
    long newest = newest();
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
          moment, connection.name(), span, counting.before(_ -> {}, rows -> load.add(0, rows)));
      return counting.passed(table(), connection.name(), Passed.How.FILL).with(load.commit(after));
    }
  }

  private boolean changes(Position kept, ChangeSink into) {
    return shape.changes(moment, connection.name(), kept.sequence(), into);
  }

  /** Where the place is in these very rows, if it knows them. */
  private Optional<Position> kept() {
    return known().passed().filter(position -> origin.knows(position, connection, shape));
  }

  private Checkpoint known() {
    return mirror.of(connection.name(), series());
  }

  private Checkpoint here() {
    return at(newest());
  }

  private Checkpoint at(long sequence) {
    return Checkpoint.START.at(origin.at(connection, shape, sequence));
  }

  private long newest() {
    return shape.newest(moment, connection.name());
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
