package dev.outlay.cli;

import dev.outlay.app.App;
import dev.outlay.app.Config;
import dev.outlay.cli.screen.Ink;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What every command is handed: the streams, and the program behind it when it asks for it. */
public final class Shell {
  private final Globals globals;
  private final Map<String, String> environment;
  private final Streams streams;
  private final PrintStream out;
  private final PrintStream err;
  private @Nullable App app;

  Shell(Globals globals, Map<String, String> environment, Streams streams) {
    this.globals = globals;
    this.environment = Map.copyOf(environment);
    this.streams = streams;
    this.out = Streams.text(streams.out());
    this.err = Streams.text(streams.err());
  }

  /** For results. */
  public PrintStream out() {
    return out;
  }

  /** For everything else. */
  public PrintStream err() {
    return err;
  }

  public Streams streams() {
    return streams;
  }

  /** Ink for stdout. */
  public Ink ink() {
    return new Ink(streams.terminal().colourOut(environment));
  }

  /** Ink for stderr; where it is off nothing may be redrawn either. */
  public Ink inkErr() {
    return new Ink(streams.terminal().colourErr(environment));
  }

  /** The program as it is set up; commands that need no settings never ask. */
  public App app() {
    App made = app;
    if (made == null) {
      made = new App(Config.read(globals.flags(), environment, streams.workFolder()));
      app = made;
    }
    return made;
  }

  /** A variable of the environment that a person named. */
  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank());
  }

  /** A secret that is typed without being shown, or the first line of what is piped in. */
  String secret(String prompt) {
    return streams.secret(prompt).orElse("");
  }

  boolean debug() {
    return globals.debug() || !environment.getOrDefault("OUTLAY_DEBUG", "").isEmpty();
  }
}
