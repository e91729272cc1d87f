package dev.outlay.connection;

import dev.outlay.admin.AdminApi;
import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.Dataset.Budget;
import dev.outlay.dataset.Window;
import dev.outlay.source.Selection;
import dev.outlay.sync.Collect;
import dev.outlay.sync.Sync;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What a run is going to read, as far as it is known before.
 *
 * @param steps by dataset, in the order they are listed; each is one request or a few
 * @param waiting how long the allowances of the organisation make it wait at least
 */
public record Forecast(Map<String, Integer> steps, Duration waiting) {
  private static final Duration EACH_ANSWER = Duration.ofMillis(150);

  /** What is due of a connection by what is known of it. */
  public static Forecast of(AdminApi api, Sync sync, Instant now) {
    return of(api, sync.collect(), series -> known(sync, series), now);
  }

  /** What a connection costs that nobody made yet; nothing is asked. */
  public static Forecast beforehand(Usual usual, int lookbackDays, Instant now) {
    Selection selection = usual.lookingBack(lookbackDays);
    try (AdminApi api = new AdminApi(usual.admin(), selection, () -> now)) {
      return of(api, new Collect(api, selection), _ -> Checkpoint.START, now);
    }
  }

  private static Forecast of(
      AdminApi api, Collect collect, Function<Series, Checkpoint> known, Instant now) {
    Map<String, Integer> steps = new LinkedHashMap<>();
    Map<Budget, Integer> requests = new EnumMap<>(Budget.class);
    for (Dataset dataset : api.datasets()) {
      if (collect.selection().wants(dataset)) {
        int due = due(collect, dataset, known, now);
        steps.put(dataset.name(), due);
        requests.merge(dataset.budget(), due, Integer::sum);
      }
    }
    return new Forecast(steps, api.waitFor(requests));
  }

  private static Checkpoint known(Sync sync, Series series) {
    return sync.checkpoints().of(sync.connection().id(), series);
  }

  public int requests() {
    return steps.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** About how long it takes: the waiting, or else an answer after the other. */
  public Duration about() {
    Duration answers = EACH_ANSWER.multipliedBy(requests());
    return answers.compareTo(waiting) > 0 ? answers : waiting;
  }

  /** Which parents there are would cost a request; they are counted when they turn up. */
  private static int due(
      Collect collect, Dataset dataset, Function<Series, Checkpoint> known, Instant now) {
    return dataset.window() instanceof Window.EachOf
        ? 0
        : collect.source().series(dataset).stream()
            .mapToInt(series -> collect.due(dataset, series, known.apply(series), now).size())
            .sum();
  }
}
