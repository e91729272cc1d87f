package dev.outlay.story;

import dev.outlay.cli.Main;
import dev.outlay.cli.Streams;
import dev.outlay.cli.Terminal;
import dev.outlay.simulator.Settings;
import dev.outlay.simulator.Simulator;
import dev.outlay.store.Store;
import dev.outlay.store.StoreSettings;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An organisation in the simulator, a folder, and the command line between them. */
final class World implements AutoCloseable {
  static final Instant START = Instant.parse("2026-11-21T03:00:00Z");

  private volatile Instant now = START;

  /** Whether the program is told the time, or takes it from this machine. */
  boolean toldTheTime = true;

  final Simulator simulator;
  final Path folder;
  final Map<String, String> environment = new HashMap<>();

  World(Path folder) {
    this(folder, Settings.defaults());
  }

  World(Path folder, Settings settings) {
    this.folder = folder;
    this.simulator = Simulator.start(settings.withClock(this::now));
    environment.put("ANTHROPIC_ADMIN_KEY", Settings.KEY);
    environment.put("OUTLAY_BASE_URL", simulator.url().toString());
    environment.put("OUTLAY_LOOKBACK_DAYS", "45");
    environment.put("OUTLAY_ATTEMPTS", "1");
    environment.put("HOME", folder.toString());
  }

  /** Runs one command line in this process, on the store of that name. */
  Told run(String store, String... words) {
    List<String> line = new ArrayList<>(List.of(words));
    line.add("--store");
    line.add(folder.resolve(store).toString());
    Map<String, String> variables = new HashMap<>(environment);
    if (toldTheTime) {
      variables.put("OUTLAY_NOW", now.toString());
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit =
        Main.run(
            line.toArray(String[]::new), variables, new Streams(out, err, Terminal.NONE, folder));
    return new Told(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  Instant now() {
    return now;
  }

  /** Time passes, for the simulator and for the program. */
  void at(Instant time) {
    now = time;
  }

  Told sync(String store, String datasets) {
    return run(store, "sync", "--progress", "none", "--datasets", datasets);
  }

  /** Everything the store of that name keeps of the datasets, history included, sorted. */
  Map<String, List<String>> contents(String store) {
    try (Store open = Store.open(folder.resolve(store), StoreSettings.DEFAULT)) {
      return Contents.of(open);
    }
  }

  @Override
  public void close() {
    simulator.close();
  }
}
