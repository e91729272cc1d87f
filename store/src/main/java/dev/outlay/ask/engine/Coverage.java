package dev.outlay.ask.engine;

import dev.outlay.ask.Answer.Missing;
import dev.outlay.ask.engine.Holdings.Part;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What of a series is known.
 *
 * @param connections whose rows are asked for
 * @param now today's part that was not read yet is not missing: it comes
 */
record Coverage(Holdings holdings, Series series, Set<String> connections, Instant now) {
  /** The stretches before today that were not read, by connection. */
  List<Missing> missing(Instant from, Instant to) {
    Instant today =
        now.atOffset(ZoneOffset.UTC).toLocalDate().atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant end = to.isBefore(today) ? to : today;
    return connections.stream()
        .flatMap(connection -> missing(connection, from, end).stream())
        .toList();
  }

  private List<Missing> missing(String connection, Instant from, Instant end) {
    List<Missing> missing = new ArrayList<>();
    Instant known = from;
    for (Part part : parts(connection).filter(each -> each.touches(from, end)).toList()) {
      if (part.start().isAfter(known)) {
        missing.add(gap(connection, known, part.start()));
      }
      known = part.end().isAfter(known) ? part.end() : known;
    }
    if (known.isBefore(end)) {
      missing.add(gap(connection, known, end));
    }
    return missing;
  }

  private Missing gap(String connection, Instant from, Instant to) {
    return new Missing(connection, series.data().coverage(), from, to);
  }

  /** Whether anything of that time was read. */
  boolean touches(Instant from, Instant to) {
    return holdings
        .of(series)
        .filter(part -> connections.contains(part.connection()))
        .anyMatch(part -> part.touches(from, to));
  }

  /** The first time whose figures may change still; nothing where none is settled. */
  Optional<Instant> changingFrom(Instant from, Instant to) {
    List<Optional<Instant>> each =
        connections.stream().map(connection -> changingFrom(connection, from, to)).toList();
    return each.isEmpty() || each.stream().anyMatch(Optional::isEmpty)
        ? Optional.empty()
        : each.stream().flatMap(Optional::stream).min(Comparator.naturalOrder());
  }

  private Optional<Instant> changingFrom(String connection, Instant from, Instant to) {
    List<Part> read = parts(connection).filter(part -> part.touches(from, to)).toList();
    return read.stream()
        .filter(part -> part.settledTo().isBefore(part.end()))
        .map(Part::settledTo)
        .findFirst()
        .or(() -> read.stream().map(Part::end).max(Comparator.naturalOrder()))
        .filter(time -> time.isAfter(read.getFirst().start()));
  }

  /** Up to where a connection was read. */
  Optional<Instant> readTo(String connection) {
    return parts(connection).map(Part::end).max(Comparator.naturalOrder());
  }

  /** What was left out on purpose when reading. */
  Stream<String> filters(Instant from, Instant to) {
    return holdings
        .of(series)
        .filter(part -> part.touches(from, to))
        .map(Part::filter)
        .filter(filter -> !filter.isEmpty())
        .distinct();
  }

  private Stream<Part> parts(String connection) {
    return holdings
        .of(series)
        .filter(part -> part.connection().equals(connection))
        .sorted(Comparator.comparing(Part::start));
  }
}
