package dev.outlay.cli.progress;

import dev.outlay.sync.SyncEvent;
import java.util.Map;
import java.util.function.Consumer;

/** Shows a run while it goes on. Told from many threads. */
public interface Progress extends Consumer<SyncEvent>, AutoCloseable {
  /** How a run can be shown. */
  enum Mode {
    auto,
    plain,
    json,
    none
  }

  /** Shows nothing. */
  Progress NONE =
      new Progress() {
        @Override
        public void accept(SyncEvent event) {}

        @Override
        public void close() {}
      };

  /**
   * The way to show it.
   *
   * @param steps what is expected, by dataset
   */
  static Progress of(Mode mode, Screenful screen, Map<String, Integer> steps) {
    return switch (mode) {
      case auto ->
          screen.ink().on() ? new LiveProgress(screen, steps) : new PlainProgress(screen, steps);
      case plain -> new PlainProgress(screen, steps);
      case json -> new JsonProgress(screen.err());
      case none -> NONE;
    };
  }

  /** Leaves the screen to what comes next. */
  @Override
  void close();
}
