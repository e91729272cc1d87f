package dev.outlay.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The set of spans that are known of one series: in order, without overlap. What is in none of them
 * was never collected. Not a watermark, so that a gap in the middle is seen and closed.
 */
public record Coverage(List<Covered> parts) {
  public static final Coverage NONE = new Coverage(List.of());

  public Coverage {
    parts = List.copyOf(parts);
  }

  /** This with one more span read; it replaces what was known of the same time. */
  public Coverage with(Covered read) {
    Stream<Covered> kept = parts.stream().flatMap(part -> part.outside(read.span()));
    return new Coverage(joined(Stream.concat(kept, Stream.of(atLeastAsSettled(read)))));
  }

  /** What of the span is not known, oldest first. */
  public List<Span> missing(Span target) {
    List<Span> missing = List.of(target);
    for (Covered part : parts) {
      missing = minus(missing, part.span());
    }
    return missing;
  }

  /** What of the span may still change and was last read before the given time, oldest first. */
  public List<Span> provisional(Span target, Instant readBefore) {
    return unready(target, part -> part.readAt().isBefore(readBefore), Covered::settledTo);
  }

  /** What of the span was read, but not since its month was closed, oldest first. */
  public List<Span> notFinal(Span target) {
    return unready(target, part -> true, Covered::finalTo);
  }

  /** One part for each stretch without a gap, settled as far as all of it is settled. */
  public List<Covered> merged() {
    List<Covered> merged = new ArrayList<>();
    parts.forEach(part -> append(merged, part, last -> last.span().touches(part.span())));
    return merged;
  }

  /** The instant before which everything in the span is settled; its start when nothing is. */
  public Instant settledTo(Span target) {
    return merged().stream()
        .flatMap(part -> part.in(target).stream())
        .filter(part -> part.span().start().equals(target.start()))
        .map(Covered::settledTo)
        .findFirst()
        .orElse(target.start());
  }

  /** The first instant known, where anything is. */
  public Optional<Instant> earliest() {
    return parts.stream().findFirst().map(part -> part.span().start());
  }

  /** The end of the newest span known, where anything is. */
  public Optional<Instant> latest() {
    return parts.stream().reduce((a, b) -> b).map(part -> part.span().end());
  }

  /** Reading again never makes settled figures provisional. */
  private Covered atLeastAsSettled(Covered read) {
    Instant known = settledTo(read.span());
    return new Covered(
        read.span(), read.readAt(), Span.later(read.settledTo(), known), read.finalTo());
  }

  private List<Span> unready(
      Span target, Predicate<Covered> wanted, Function<Covered, Instant> readyTo) {
    return parts.stream()
        .filter(wanted)
        .flatMap(part -> Span.of(readyTo.apply(part), part.span().end()).stream())
        .flatMap(span -> span.intersect(target).stream())
        .toList();
  }

  private static List<Covered> joined(Stream<Covered> parts) {
    List<Covered> joined = new ArrayList<>();
    parts.sorted().forEach(part -> append(joined, part, last -> last.joins(part)));
    return joined;
  }

  private static void append(List<Covered> list, Covered part, Predicate<Covered> joins) {
    if (!list.isEmpty() && joins.test(list.getLast())) {
      list.add(list.removeLast().join(part));
    } else {
      list.add(part);
    }
  }

  private static List<Span> minus(List<Span> spans, Span taken) {
    return spans.stream().flatMap(span -> span.minus(taken).stream()).toList();
  }
}
