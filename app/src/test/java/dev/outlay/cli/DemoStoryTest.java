package dev.outlay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoStoryTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void showsWhatAnOrganisationSpentWithoutAKey() throws Exception {
    World world = new World(folder).with("OUTLAY_NOW", "2026-11-20T10:00:00Z");
    Path store = folder.resolve(".cache/outlay/demo/demo.duckdb");
    Files.createDirectories(store.getParent());
    Files.writeString(store, "left by somebody else");

    assertThat(world.run("demo", "--once")).isZero();

    assertThat(world.out())
        .containsPattern("Northwind Labs spent \\$[\\d,]+\\.\\d\\d in the last 30 days")
        .contains("By model", "By workspace", "By key, in tokens", "came from the cache")
        .contains("Figures up to 2026-11-17 (UTC) are settled")
        .contains("./outlay sync");
    assertThat(world.err()).contains("usage_report: done").doesNotContain("outlay: ");
    assertThat(world.run("spend", "--store", store.toString(), "--format", "csv")).isZero();
  }
}
