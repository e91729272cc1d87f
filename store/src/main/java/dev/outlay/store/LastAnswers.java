package dev.outlay.store;

import dev.outlay.destination.Delivery;
import dev.outlay.table.Series;
import java.util.HashMap;
import java.util.Map;

/**
 * What each series was told last, as a digest: an answer that says the same of the same scope
 * changes nothing, and the engine need not compare it. Whatever else touches those rows makes it
 * forget. Safe for use by many threads.
 */
final class LastAnswers {
  private record Answer(Delivery delivery, String digest) {}

  private final Map<Integer, Map<Series, Answer>> answers = new HashMap<>();

  /** Whether the rows that are kept of its scope are these. */
  synchronized boolean isSame(int connection, Delivery delivery, String digest) {
    Answer last = answers.getOrDefault(connection, Map.of()).get(delivery.series());
    return last != null
        && last.delivery.scope().equals(delivery.scope())
        && last.digest.equals(digest);
  }

  /** From now on the rows of its scope are these. */
  synchronized void remember(int connection, Delivery delivery, String digest) {
    answers
        .computeIfAbsent(connection, _ -> new HashMap<>())
        .put(delivery.series(), new Answer(delivery, digest));
  }

  /** Rows of its scope were changed; nothing is sure of those it shares with others. */
  synchronized void changed(int connection, Delivery delivery) {
    answers
        .getOrDefault(connection, new HashMap<>())
        .values()
        .removeIf(each -> Claims.overlap(each.delivery, delivery));
  }

  synchronized void forget(int connection) {
    answers.remove(connection);
  }
}
