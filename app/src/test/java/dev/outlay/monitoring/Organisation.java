package dev.outlay.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.app.App;
import dev.outlay.app.Config;
import dev.outlay.app.Flags;
import dev.outlay.app.Serving;
import dev.outlay.app.SharedStore;
import dev.outlay.cli.Main;
import dev.outlay.cli.Streams;
import dev.outlay.cli.Terminal;
import dev.outlay.simulator.Settings;
import dev.outlay.simulator.Simulator;
import dev.outlay.simulator.world.Size;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The simulator's organisation, collected and served. */
final class Organisation implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  final App app;
  final SharedStore open;
  private Serving serving;
  private final Simulator simulator;

  Organisation(Path folder, String... more) {
    simulator =
        Simulator.start(
            Settings.defaults()
                .withClock(() -> NOW)
                .withSize(Size.demo().withStreams(6).withHistoryDays(40).withDevelopers(2)));
    Map<String, String> environment = new HashMap<>();
    environment.put("HOME", folder.toString());
    environment.put("ANTHROPIC_ADMIN_KEY", Settings.KEY);
    environment.put("OUTLAY_BASE_URL", simulator.url().toString());
    environment.put("OUTLAY_STORE", folder.resolve("s.duckdb").toString());
    environment.put("OUTLAY_NOW", NOW.toString());
    environment.put("OUTLAY_LOOKBACK_DAYS", "30");
    for (int i = 0; i < more.length; i += 2) {
      environment.put(more[i], more[i + 1]);
    }
    sync(environment, folder);
    app = new App(Config.read(Flags.NONE, environment, folder));
    open = app.openToServe("serve");
    serving = begun(app, open);
  }

  private static Serving begun(App app, SharedStore open) {
    return Serving.over(
        app, open, app.config().binding(Optional.empty(), Optional.of(0)), "1.2.3-test");
  }

  /** Ends serving and begins anew, elsewhere. */
  void again() {
    serving.close();
    serving = begun(app, open);
  }

  Serving serving() {
    return serving;
  }

  private static void sync(Map<String, String> environment, Path folder) {
    OutputStream nowhere = OutputStream.nullOutputStream();
    Streams streams = new Streams(nowhere, nowhere, Terminal.NONE, folder);
    assertThat(Main.run(new String[] {"sync"}, environment, streams)).isZero();
  }

  URI url() {
    return serving.url();
  }

  @Override
  public void close() {
    serving.close();
    open.close();
    simulator.close();
  }
}
