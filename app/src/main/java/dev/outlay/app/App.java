package dev.outlay.app;

import dev.outlay.admin.AdminApi;
import dev.outlay.source.Selection;
import java.time.InstantSource;

/** How the running program is put together, by hand. */
public final class App {
  private final Config config;
  private final InstantSource clock;

  public App(Config config) {
    this.config = config;
    this.clock = config.now().<InstantSource>map(now -> () -> now).orElseGet(InstantSource::system);
  }

  public Config config() {
    return config;
  }

  /** The one clock; everything else is told the time. */
  public InstantSource clock() {
    return clock;
  }

  /** The API of one organisation. */
  public AdminApi api(ConnectionConfig connection, Selection selection) {
    return new AdminApi(connection.admin(), selection, clock);
  }
}
