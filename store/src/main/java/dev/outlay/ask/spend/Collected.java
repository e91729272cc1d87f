package dev.outlay.ask.spend;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of the costs of one connection.
 *
 * @param connection its name
 * @param parts the spans that were read
 */
public record Collected(String connection, List<Part> parts) {
  private static final Comparator<Part> BY_START = Comparator.comparing(Part::start);

  /** A span that was read; {@code filter} is empty or says which rows of it were kept. */
  record Part(Instant start, Instant end, Instant settledTo, String filter) {
    private boolean touches(Days days) {
      return end.isAfter(begin(days.from())) && start.isBefore(begin(days.to()));
    }

    private boolean mayChange() {
      return settledTo.isBefore(end);
    }

    private boolean holds(LocalDate day) {
      return !start.isAfter(begin(day)) && !end.isBefore(begin(day.plusDays(1)));
    }
  }

  public Collected {
    parts = List.copyOf(parts);
  }

  /** The first instant of those days whose figures may still change; nothing where all may. */
  Optional<Instant> settledTo(Days days) {
    List<Part> read = parts.stream().filter(part -> part.touches(days)).sorted(BY_START).toList();
    Optional<Instant> changing =
        read.stream().filter(Part::mayChange).map(Part::settledTo).findFirst();
    return changing
        .or(() -> read.stream().map(Part::end).max(Comparator.naturalOrder()))
        .filter(time -> time.isAfter(read.getFirst().start()));
  }

  /** The stretches of the days that were not read, oldest first. */
  public List<Days> missing(Days days) {
    List<Days> missing = new ArrayList<>();
    for (LocalDate day : days.each()) {
      if (parts.stream().noneMatch(part -> part.holds(day))) {
        add(missing, new Days(day, day.plusDays(1)));
      }
    }
    return missing;
  }

  /** The filters in force where any of the days were read. */
  Stream<String> filters(Days days) {
    return parts.stream()
        .filter(
            part -> part.end.isAfter(begin(days.from())) && part.start.isBefore(begin(days.to())))
        .map(Part::filter)
        .filter(filter -> !filter.isEmpty())
        .distinct();
  }

  private static void add(List<Days> list, Days day) {
    if (!list.isEmpty() && list.getLast().to().equals(day.from())) {
      list.add(new Days(list.removeLast().from(), day.to()));
    } else {
      list.add(day);
    }
  }

  private static Instant begin(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
