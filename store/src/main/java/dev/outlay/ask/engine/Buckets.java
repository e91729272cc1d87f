package dev.outlay.ask.engine;

import dev.outlay.ask.AskFault;
import dev.outlay.ask.Comparison;
import dev.outlay.ask.Grain;
import dev.outlay.ask.Stretch;
import dev.outlay.ask.relation.Expr;
import dev.outlay.ask.relation.Expr.Operation;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How a stretch of time is broken down. Buckets are numbered from 0; the number of a time is found
 * by whole-number arithmetic alone, piece by piece, so that zones, shifted days and months need
 * nothing of the engine.
 *
 * @param starts the calendar's start of each bucket; the first may lie before the stretch
 * @param edges where each begins within the stretch, and the end of the last
 */
record Buckets(Stretch stretch, List<Instant> starts, List<Instant> edges) {
  private static final int MOST = 50_000;

  /** A run of buckets of one length. */
  private record Run(long start, long end, long length, long first) {
    Expr number(Expr seconds) {
      Expr since = new Expr.Calculated(Operation.MINUS, seconds, new Expr.Whole(start));
      Expr index = new Expr.Calculated(Operation.OVER, since, new Expr.Whole(length));
      return new Expr.Calculated(Operation.PLUS, index, new Expr.Whole(first));
    }
  }

  static Buckets of(Stretch stretch, Optional<Grain> grain) {
    if (grain.isEmpty()) {
      return new Buckets(stretch, List.of(stretch.from()), List.of(stretch.from(), stretch.to()));
    }
    List<Instant> starts = new ArrayList<>();
    ZonedDateTime start = grain.get().start(stretch.start());
    for (; start.toInstant().isBefore(stretch.to()); start = grain.get().next(start)) {
      starts.add(start.toInstant());
      check(starts, grain.get());
    }
    return new Buckets(stretch, starts, edges(stretch, starts));
  }

  private static void check(List<Instant> starts, Grain grain) {
    if (starts.size() > MOST) {
      throw new AskFault(
          "grain "
              + grain
              + " makes more than "
              + MOST
              + " buckets of this period; choose a coarser one");
    }
  }

  private static List<Instant> edges(Stretch stretch, List<Instant> starts) {
    List<Instant> edges = new ArrayList<>(starts);
    edges.set(0, stretch.from());
    edges.add(stretch.to());
    return edges;
  }

  /** The counterparts of the same buckets in the time that is compared with. */
  Buckets compared(Comparison comparison, Stretch other) {
    return moved(other, time -> comparison.moved(time, stretch));
  }

  private Buckets moved(Stretch other, UnaryOperator<ZonedDateTime> mover) {
    List<Instant> moved =
        new ArrayList<>(
            edges.stream()
                .map(edge -> mover.apply(edge.atZone(stretch.zone())).toInstant())
                .toList());
    moved.set(0, other.from());
    moved.set(moved.size() - 1, other.to());
    return new Buckets(other, starts, moved);
  }

  /** The same days in another zone. */
  Buckets in(ZoneId zone) {
    Stretch other = stretch.in(zone);
    List<Instant> days =
        new ArrayList<>(
            edges.stream()
                .map(edge ->
                    edge.atZone(stretch.zone()).toLocalDate().atStartOfDay(zone).toInstant())
                .toList());
    days.set(days.size() - 1, other.to());
    return new Buckets(other, starts, days);
  }

  int count() {
    return starts.size();
  }

  Instant from(int bucket) {
    return edges.get(bucket);
  }

  Instant to(int bucket) {
    return edges.get(bucket + 1);
  }

  /** Whether each edge is one of buckets of that length in UTC. */
  boolean isMadeOf(Duration width) {
    return edges.stream().allMatch(edge -> edge.getEpochSecond() % width.toSeconds() == 0);
  }

  /** The number of the bucket that holds the time, given in seconds since 1970. */
  Expr number(Expr seconds) {
    List<Run> runs = runs();
    List<Expr.Branch> branches =
        runs.subList(0, runs.size() - 1).stream()
            .map(run ->
                new Expr.Branch(
                    new Expr.Less(seconds, new Expr.Whole(run.end)), run.number(seconds)))
            .toList();
    Expr last = count() == 1 ? new Expr.Whole(0) : runs.getLast().number(seconds);
    return branches.isEmpty() ? last : new Expr.Choice(branches, List.of(last));
  }

  private List<Run> runs() {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < count(); i++) {
      long start = from(i).getEpochSecond();
      long end = to(i).getEpochSecond();
      if (end > start) {
        add(runs, new Run(start, end, end - start, i));
      }
    }
    return runs;
  }

  private static void add(List<Run> runs, Run run) {
    boolean same =
        !runs.isEmpty()
            && runs.getLast().length == run.length
            && runs.getLast().first + (run.start - runs.getLast().start) / run.length == run.first;
    if (same) {
      Run last = runs.removeLast();
      runs.add(new Run(last.start, run.end, last.length, last.first));
    } else {
      runs.add(run);
    }
  }
}
