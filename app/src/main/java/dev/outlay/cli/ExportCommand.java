package dev.outlay.cli;

import dev.outlay.app.setting.WrongUse;
import dev.outlay.cli.output.SafeText;
import dev.outlay.export.Formats;
import dev.outlay.export.Granted;
import dev.outlay.export.Wish;
import dev.outlay.holder.NoStore;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Passes the store on. */
@Command(
    name = "export",
    description = "Pass the store on to another place, and keep it current there.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  outlay export --to postgresql://me@localhost/claude",
      "  outlay export --to parquet:///data/claude --datasets cost_report,usage_report",
      "  outlay export --to warehouse --dry-run",
      "  outlay export --format focus --to focus.csv --interval-start 2026-10-01 --interval-end 2026-11-01",
      "",
      "The first run sends everything, each one after it what changed. Without --to, every destination",
      "of the configuration file. A password in an address can be seen by others on this machine:",
      "better set the destination up there, with $${NAME}."
    })
final class ExportCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(
      names = "--to",
      paramLabel = "URI",
      description = "Where to: an address, or the name of a destination that is set up.")
  private Optional<String> to = Optional.empty();

  @Option(
      names = "--datasets",
      split = ",",
      paramLabel = "NAMES",
      description = "Only these (default: all).")
  private List<String> datasets = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = Formats.TABLES,
      description =
          "In which form (default: ${DEFAULT-VALUE}, the store's own); focus writes a file.")
  private String format = Formats.TABLES;

  @Option(
      names = "--focus-version",
      paramLabel = "VERSION",
      description = "Of --format focus: 1.2 (default) or 1.4.")
  private Optional<String> focusVersion = Optional.empty();

  @Option(
      names = "--option",
      paramLabel = "NAME=VALUE",
      description = "What the format lets one choose.")
  private Map<String, String> options = new LinkedHashMap<>();

  @Option(
      names = {"--interval-start", "--from"},
      paramLabel = "TIME",
      description = "Only rows from then on; the rest there stays as it is.")
  private Optional<String> from = Optional.empty();

  @Option(
      names = {"--interval-end", "--until"},
      paramLabel = "TIME",
      description = "Only rows before then.")
  private Optional<String> until = Optional.empty();

  @Option(names = "--full-refresh", description = "Send everything anew, and compare it there.")
  private boolean full;

  @Option(names = "--dry-run", description = "Say what would be sent, and send nothing.")
  private boolean dry;

  @Option(
      names = "--status",
      description = "Say how far the destinations of the configuration file are.")
  private boolean status;

  ExportCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    if (status) {
      return told(granted(() -> shell.app().standing()));
    }
    focusVersion.ifPresent(version -> options.put("focus_version", version));
    Wish wish =
        new Wish(
            destination(),
            format,
            Set.copyOf(datasets),
            from.map(text -> Wanted.time("--interval-start", text)),
            until.map(text -> Wanted.time("--interval-end", text)),
            full,
            dry,
            options);
    try (Stop stop = Stop.here()) {
      return stop.orInterrupted(shell, () -> told(granted(() -> shell.app().run(wish))));
    }
  }

  /**
   * A file is named from here, wherever the work is done; the store itself is never written over.
   */
  private Optional<String> destination() {
    if (!format.equals("focus")) {
      return to;
    }
    Optional<Path> file = to.map(name -> shell.streams().workFolder().resolve(name).normalize());
    if (file.isPresent() && file.get().equals(shell.app().config().store())) {
      throw new WrongUse("--to names the store itself; name another file");
    }
    return file.map(Path::toString);
  }

  private static Granted granted(Supplier<Granted> errand) {
    try {
      return errand.get();
    } catch (NoStore e) {
      throw new WrongUse(String.valueOf(e.getMessage()));
    }
  }

  private int told(Granted granted) {
    granted.lines().forEach(line -> shell.out().println(SafeText.line(line)));
    if (shell.debug()) {
      granted.traces().forEach(shell.err()::print);
    }
    granted.problems().forEach(new Mistakes(shell)::say);
    return switch (granted.how()) {
      case WELL -> Exit.OK;
      case WRONG -> Exit.WRONG_USE;
      case FAILED -> Exit.FAILED;
    };
  }
}
