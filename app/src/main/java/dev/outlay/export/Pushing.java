package dev.outlay.export;

import dev.outlay.app.setting.WrongUse;
import dev.outlay.destination.Address;
import dev.outlay.metric.MetricFamilies;
import dev.outlay.metric.Push;
import dev.outlay.metric.StoreHistory;
import dev.outlay.metric.catalogue.StoreMetrics;
import dev.outlay.store.Answers;
import dev.outlay.store.Store;
import dev.outlay.table.Span;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Pushes metrics instead of rows.
 *
 * @param source what is pushed, looked for when it is needed
 * @param version the program's
 */
public record Pushing(Supplier<MetricFamilies> source, String version) {
  private static final String HEADER = "header.";

  /** Whether the address is that of a receiver of metrics. */
  static boolean isFor(String to) {
    return to.startsWith("otlp://") || to.startsWith("otlps://");
  }

  /** Pushes what is known now. */
  void push(Kinds kinds, Address to, InstantSource clock) {
    try (Push push = open(kinds, to, clock)) {
      push.push();
    }
  }

  /** Pushes what is known now, or the past of a time; what came of it in a line. */
  Granted push(
      Kinds kinds, Address to, Store store, Wish wish, Optional<Span> past, InstantSource clock) {
    if (wish.dry()) {
      return told(to + "  would be sent " + source.get().metrics().size() + " metrics");
    }
    try (Push push = open(kinds, to, clock);
        Answers moment = store.moment()) {
      if (past.isEmpty()) {
        push.push();
        return told(to + "  has the metrics of now");
      }
      StoreHistory history = new StoreHistory(moment, StoreMetrics.ALL);
      long days =
          history
              .known()
              .flatMap(known -> known.intersect(past.get()))
              .map(span -> push.backfill(history, span))
              .orElse(0L);
      return told(to + "  has " + days + " days");
    }
  }

  private Push open(Kinds kinds, Address to, InstantSource clock) {
    return kinds.push(to).open(endpoint(to), headers(to), clock, source.get(), version);
  }

  private static Map<String, String> headers(Address to) {
    return to.parameters().entrySet().stream()
        .filter(each -> each.getKey().startsWith(HEADER))
        .collect(
            Collectors.toMap(
                each -> each.getKey().substring(HEADER.length()), Map.Entry::getValue));
  }

  private static URI endpoint(Address to) {
    try {
      String user = to.user().isEmpty() ? null : to.user() + ":" + to.password();
      return new URI(to.scheme(), user, to.host(), to.port(), to.path(), null, null);
    } catch (URISyntaxException _) {
      throw new WrongUse(to + " is no address of a receiver");
    }
  }

  private static Granted told(String line) {
    return Granted.well(List.of(line));
  }
}
