package dev.outlay.quality;

import dev.outlay.store.Line;
import dev.outlay.table.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A span that was read, when, and up to when it is settled. */
record Part(Span span, Instant readAt, Instant settledTo) {
  static Part of(Line line, int from) {
    return new Part(
        new Span(line.instant(from).orElseThrow(), line.instant(from + 1).orElseThrow()),
        line.instant(from + 2).orElseThrow(),
        line.instant(from + 3).orElseThrow());
  }

  /** The last bucket is asked for whole, though the rest of it has yet to come. */
  Instant readTo() {
    return span.end().isAfter(readAt) ? readAt : span.end();
  }

  /** What lies between them; they are in order. */
  static List<Span> gaps(List<Part> parts) {
    List<Span> gaps = new ArrayList<>();
    for (int i = 1; i < parts.size(); i++) {
      Instant left = parts.get(i - 1).span().end();
      Span.of(left, parts.get(i).span().start()).ifPresent(gaps::add);
    }
    return gaps;
  }
}
