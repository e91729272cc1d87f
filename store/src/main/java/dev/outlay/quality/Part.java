package dev.outlay.quality;

import dev.outlay.store.Line;
import dev.outlay.table.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something that was read, when, and up to when it is settled.
 *
 * @param span what it covers; empty for a list, which is of no time
 */
record Part(Optional<Span> span, Instant readAt, Optional<Instant> settledTo) {
  static Part of(Line line, int from) {
    return new Part(
        line.instant(from).flatMap(start -> Span.of(start, line.instant(from + 1).orElse(start))),
        line.instant(from + 2).orElseThrow(),
        line.instant(from + 3));
  }

  /** The last bucket is asked for whole, though the rest of it has yet to come. */
  Instant readTo() {
    return span.map(Span::end).filter(readAt::isAfter).orElse(readAt);
  }

  static List<Span> spans(List<Part> parts) {
    return parts.stream().flatMap(part -> part.span().stream()).sorted().toList();
  }

  /** What lies between them. */
  static List<Span> gaps(List<Part> parts) {
    List<Span> spans = spans(parts);
    List<Span> gaps = new ArrayList<>();
    for (int i = 1; i < spans.size(); i++) {
      Instant left = spans.get(i - 1).end();
      Span.of(left, spans.get(i).start()).ifPresent(gaps::add);
    }
    return gaps;
  }
}
