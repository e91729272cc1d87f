package dev.outlay.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A folder, an environment, and what command lines said in it. */
final class World {
  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Terminal terminal = Terminal.NONE;

  World(Path folder) {
    this.folder = folder;
    environment.put("HOME", folder.toString());
  }

  World with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  World on(Terminal other) {
    terminal = other;
    return this;
  }

  /** Runs a command line; what was said before is forgotten. */
  int run(String... args) {
    out.reset();
    err.reset();
    return Main.run(args, environment, new Streams(out, err, terminal, folder));
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
