package dev.outlay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.simulator.Settings;
import dev.outlay.simulator.Simulator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionsCommandTest {
  @TempDir private Path folder = Path.of("");
  private final Simulator simulator = Simulator.start(Settings.defaults().withOrganizations(2));
  private World world = new World(Path.of(""));

  @BeforeEach
  void setUp() {
    world =
        new World(folder)
            .with("OUTLAY_BASE_URL", simulator.url().toString())
            .with("OUTLAY_STORE", "s.duckdb")
            .with("THE_KEY", Settings.KEY)
            .with("OTHER_KEY", Settings.KEY + "-2");
  }

  @AfterEach
  void close() {
    simulator.close();
  }

  @Test
  void aConnectionIsAddedListedChangedAndRemoved() {
    assertThat(world.run("connections", "add", "--label", "Ours", "--key-env", "THE_KEY")).isZero();
    assertThat(world.out()).startsWith("added  Ours  ").contains("sk-ant-admin…ator");
    assertThat(world.run("connections")).isZero();
    assertThat(world.out()).contains("Ours").contains("in the store").doesNotContain(Settings.KEY);
    assertThat(world.run("connections", "test", "Ours")).isZero();
    assertThat(world.out()).contains("cost_report  readable");
    assertThat(world.run("connections", "rekey")).isZero();
    assertThat(world.out()).contains("sealed anew: 1");
    assertThat(world.run("connections", "rename", "Ours", "Theirs")).isZero();
    assertThat(world.run("connections", "pause", "Theirs")).isZero();
    assertThat(world.out()).contains("paused");
    assertThat(world.run("connections", "rotate", "Theirs", "--key-env", "THE_KEY")).isZero();
    assertThat(world.run("connections", "remove", "Theirs", "--data")).isZero();
    assertThat(world.run("connections", "list")).isZero();
    assertThat(world.out()).isEmpty();
  }

  @Test
  void whatCannotBeDoneSaysWhy() {
    assertThat(world.run("connections", "pause", "nobody")).isEqualTo(2);
    assertThat(world.err()).isEqualTo("outlay: There is no connection nobody.\n");
    assertThat(world.run("connections", "add", "--key-env", "NOT_SET")).isEqualTo(2);
    assertThat(world.run("connections", "add")).isEqualTo(3);
    assertThat(world.err()).contains("Admin key");
    world.run("connections", "add", "--label", "Ours", "--key-env", "THE_KEY");
    assertThat(world.run("connections", "rotate", "Ours", "--key-env", "OTHER_KEY")).isEqualTo(3);
    assertThat(world.err()).contains("another organisation").doesNotContain(Settings.KEY);
  }

  @Test
  void syncCollectsWhatTheStoreRemembers() {
    world.run("connections", "add", "--label", "Ours", "--key-env", "THE_KEY", "--lookback", "3");
    assertThat(world.run("sync", "--datasets", "cost_report", "--progress", "none")).isZero();
    assertThat(world.err()).contains("Ours");
    assertThat(world.run("query", "SELECT DISTINCT connection FROM cost_report")).isZero();
    assertThat(world.out()).contains("Ours");
    world.with("ANTHROPIC_ADMIN_KEY", Settings.KEY);
    assertThat(world.run("sync", "--datasets", "users", "--progress", "none")).isEqualTo(1);
    assertThat(world.err()).contains("already collected as Ours");
    assertThat(world.run("connections")).isZero();
    assertThat(world.out()).contains("Ours");
  }

  @Test
  void aKeyMayBePipedIn() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Streams streams =
        new Streams(
            new ByteArrayInputStream((Settings.KEY + "\n").getBytes(StandardCharsets.UTF_8)),
            out,
            out,
            Terminal.NONE,
            folder);
    Map<String, String> environment =
        Map.of("HOME", folder.toString(), "OUTLAY_BASE_URL", simulator.url().toString());
    assertThat(Main.run(new String[] {"connections", "add"}, environment, streams)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("added  ");
  }
}
