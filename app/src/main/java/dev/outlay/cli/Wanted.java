package dev.outlay.cli;

import dev.outlay.app.App;
import dev.outlay.app.ConnectionConfig;
import dev.outlay.app.Names;
import dev.outlay.app.setting.Kinds;
import dev.outlay.app.setting.Written;
import dev.outlay.app.setting.WrongUse;
import dev.outlay.connection.Linked;
import dev.outlay.source.Selection;
import dev.outlay.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** The options that say what is to be collected. */
final class Wanted {
  @Option(
      names = "--connection",
      paramLabel = "NAME",
      description = "Only this connection (default: all, one after another).")
  private Optional<String> connection = Optional.empty();

  @Option(
      names = "--datasets",
      paramLabel = "A,B",
      split = ",",
      hideParamSyntax = true,
      description = "Only these (default: as configured, or all).")
  private List<String> datasets = List.of();

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description =
          "Where to begin, a UTC day or time; finer buckets than days only with --width (default:"
              + " the look-back).")
  private Optional<String> from = Optional.empty();

  @Option(names = "--to", paramLabel = "TIME", description = "Where to end (default: now).")
  private Optional<String> to = Optional.empty();

  @Option(
      names = "--width",
      paramLabel = "1h,…",
      split = ",",
      hideParamSyntax = true,
      description = "Only buckets of these widths: 1d, 1h, 1m (default: as configured).")
  private List<String> widths = List.of();

  /** Those of the configuration. */
  List<ConnectionConfig> connections(App app) {
    return app.config().connections().stream().filter(each -> isWanted(each.name())).toList();
  }

  /** Those that the store remembers. */
  List<Linked> stored(App app, Store store) {
    return app.stored(store).stream().filter(each -> isWanted(each.name())).toList();
  }

  /** WrongUse with the nearest name where nothing has the one that is wanted. */
  void check(App app) {
    connection.ifPresent(app.config()::connection);
  }

  private boolean isWanted(String name) {
    return connection.isEmpty() || connection.get().equals(name);
  }

  /** What the configuration says, with what the command line says in its place. */
  Selection selection(Selection configured) {
    Optional<Instant> start = from.map(text -> time("--from", text));
    Optional<Instant> end = to.map(text -> time("--to", text));
    if (start.isPresent() && end.isPresent() && !start.get().isBefore(end.get())) {
      throw new WrongUse("--from must be before --to");
    }
    Set<String> names = Names.datasets(datasets);
    return new Selection(
        names.isEmpty() ? configured.datasets() : names,
        start,
        end,
        Names.widths(widths),
        configured.lookback(),
        configured.usage(),
        configured.filter());
  }

  static Instant time(String option, String text) {
    return Kinds.instant()
        .parse()
        .apply(new Written.Text(text, option))
        .orElseThrow(
            () -> new WrongUse(option + " " + text + " is not " + Kinds.instant().accepts()));
  }
}
