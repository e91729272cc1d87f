package dev.outlay.app;

import dev.outlay.admin.AdminApi;
import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.Dataset.Budget;
import dev.outlay.dataset.Window;
import dev.outlay.sync.Collect;
import dev.outlay.sync.Sync;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a run is going to read, as far as it is known before.
 *
 * @param steps by dataset, in the order they are listed; each is one request or a few
 * @param waiting how long the allowances of the organisation make it wait at least
 */
public record Forecast(Map<String, Integer> steps, Duration waiting) {
  static Forecast of(AdminApi api, Sync sync, Instant now) {
    Map<String, Integer> steps = new LinkedHashMap<>();
    Map<Budget, Integer> requests = new EnumMap<>(Budget.class);
    for (Dataset dataset : api.datasets()) {
      if (sync.collect().selection().wants(dataset)) {
        int due = due(sync, dataset, now);
        steps.put(dataset.name(), due);
        requests.merge(dataset.budget(), due, Integer::sum);
      }
    }
    return new Forecast(steps, api.waitFor(requests));
  }

  public int requests() {
    return steps.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Which parents there are would cost a request; they are counted when they turn up. */
  private static int due(Sync sync, Dataset dataset, Instant now) {
    Collect collect = sync.collect();
    return dataset.window() instanceof Window.EachOf
        ? 0
        : collect.source().series(dataset).stream()
            .mapToInt(series ->
                collect
                    .due(
                        dataset, series, sync.checkpoints().of(sync.connection().id(), series), now)
                    .size())
            .sum();
  }
}
