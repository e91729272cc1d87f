package dev.outlay.cli;

import dev.outlay.app.Flags;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options every command takes, before its name or after it. */
final class Globals {
  @Option(
      names = "--store",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "The store's file (default: outlay.duckdb in the data folder).")
  private Optional<String> store = Optional.empty();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "The configuration file (default: outlay.yml here or in the config folder).")
  private Optional<String> config = Optional.empty();

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      scope = ScopeType.INHERIT,
      description = "Where the Admin API is (default: https://api.anthropic.com).")
  private Optional<String> baseUrl = Optional.empty();

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show where in the program a failure came from.")
  private boolean debug;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  @SuppressWarnings("unused") // picocli itself acts on it
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show the version.")
  @SuppressWarnings("unused") // picocli itself acts on it
  private boolean version;

  Flags flags() {
    return new Flags(store, config, baseUrl);
  }

  boolean debug() {
    return debug;
  }
}
