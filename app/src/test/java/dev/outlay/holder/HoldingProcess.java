package dev.outlay.holder;

import dev.outlay.store.QueryLimits;
import java.nio.file.Path;
import java.time.Instant;

/** Another process that has a store open and writes to it until its input ends. */
public final class HoldingProcess {
  private HoldingProcess() {}

  public static void main(String[] args) throws Exception {
    Path file = Path.of(args[0]);
    try (CostFile costs = new CostFile(file)) {
      costs.cost("2026-11-20", "m", null, "100").keep("2026-11-01", "2026-11-21", "2026-11-18");
      OpenStore open = new OpenStore(costs.store(), QueryLimits.DEFAULT);
      try (Holder holder = Holder.over(open, file, "sync", Instant.parse("2026-11-21T10:00:00Z"))) {
        holder.take(errand -> "did " + errand);
        System.out.println("ready");
        for (int i = 0; System.in.available() == 0; i++) {
          costs.cost("2026-11-20", "m" + i, null, "100");
          costs.keep("2026-11-01", "2026-11-21", "2026-11-18");
        }
      }
    }
  }
}
