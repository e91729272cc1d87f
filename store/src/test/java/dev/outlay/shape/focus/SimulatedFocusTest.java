package dev.outlay.shape.focus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.price.PriceBook;
import dev.outlay.shape.focus.check.FocusCheck;
import dev.outlay.store.Line;
import dev.outlay.store.SimulatedStore;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten days of the simulated organisation, from a real store that answers on threads of its own. */
class SimulatedFocusTest {
  @Test
  void everyFormOfACollectedBillPassesTheCheckAndHasItsSum(@TempDir Path folder) {
    try (SimulatedStore world = new SimulatedStore(folder)) {
      world.sync(SimulatedStore.START, "organization", "workspaces", "cost_report", "usage_report");
      BigDecimal sum =
          Line.of(world.answers(), "SELECT sum(amount_usd) FROM cost_report")
              .getFirst()
              .decimal(0)
              .orElseThrow();
      for (FocusForm form : FocusForm.values()) {
        Path file = folder.resolve("focus." + form);
        FocusShape shape =
            new FocusShape(PriceBook.shipped(), FocusVersion.V1_2, Provider.ANTHROPIC);
        FocusManifest manifest =
            new FocusExport(world.answers(), shape).write(file, form, Optional.empty());
        assertThat(manifest.rows()).as("more than one batch").isGreaterThan(1_000);
        assertThat(manifest.counts().measured()).isGreaterThan(manifest.rows() / 2);
        assertThat(manifest.billed().get("USD")).isEqualByComparingTo(sum);
        FocusCheck.Report report = new FocusCheck(Optional.empty()).of(file);
        assertThat(report.findings()).isEmpty();
        assertThat(report.rows()).isEqualTo(manifest.rows());
      }
    }
  }
}
