package dev.outlay.cli;

import dev.outlay.app.setting.WrongUse;
import dev.outlay.cli.output.SafeText;
import dev.outlay.cli.progress.Progress;
import dev.outlay.dataset.Dataset;
import dev.outlay.export.Kinds;
import dev.outlay.ingest.Ingestion;
import dev.outlay.ingest.Origin;
import dev.outlay.ingest.Strategy;
import dev.outlay.ingest.Target;
import dev.outlay.table.Column;
import dev.outlay.table.Span;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;

/** The options of ingest, which are those of ingestr where it has them. */
final class IngestOptions {
  private static final String INGESTR = "ingestr";
  private static final List<String> SCHEMAS = List.of(INGESTR, "outlay");
  private static final Map<String, Progress.Mode> PROGRESS =
      Map.of(
          "auto", Progress.Mode.auto,
          "interactive", Progress.Mode.auto,
          "plain", Progress.Mode.plain,
          "log", Progress.Mode.plain,
          "json", Progress.Mode.json,
          "none", Progress.Mode.none);

  @Option(
      names = "--source-uri",
      paramLabel = "URI",
      defaultValue = "anthropic://",
      showDefaultValue = Visibility.NEVER,
      description =
          "anthropic://?api_key=…, also with base_url=…, or the name of a connection that is set up"
              + " (default: the key in ANTHROPIC_ADMIN_KEY).")
  private String source = "anthropic://";

  @Option(
      names = "--source-table",
      required = true,
      paramLabel = "TABLE",
      description = "Which: see below.")
  private String table = "";

  @Option(
      names = "--dest-uri",
      required = true,
      paramLabel = "URI",
      description = "Where to: an address, or the name of a destination that is set up.")
  private String to = "";

  @Option(
      names = "--dest-table",
      paramLabel = "NAME",
      description = "What it is called there, also with its schema: raw.costs (default: the same).")
  private Optional<String> toTable = Optional.empty();

  @Option(
      names = "--schema",
      paramLabel = "WHOSE",
      defaultValue = "ingestr",
      showDefaultValue = Visibility.NEVER,
      description = "Whose columns: ingestr (default) or outlay.")
  private String schema = "ingestr";

  @Option(
      names = "--interval-start",
      paramLabel = "TIME",
      description = "Only the days from then on; no others are touched.")
  private Optional<String> from = Optional.empty();

  @Option(
      names = "--interval-end",
      paramLabel = "TIME",
      description = "Only the days before then (default: now).")
  private Optional<String> until = Optional.empty();

  @Option(
      names = "--incremental-strategy",
      paramLabel = "HOW",
      description =
          "What becomes of rows that are there: replace, delete+insert (of the time that is read),"
              + " merge (by key; nothing goes), append (a repeat adds them again). Default: replace;"
              + " delete+insert with an interval, and for claude_code_usage.")
  private Optional<String> strategy = Optional.empty();

  @Option(
      names = "--incremental-key",
      hidden = true,
      paramLabel = "COLUMN",
      description = "The time of the table; it has one or none.")
  private Optional<String> incrementalKey = Optional.empty();

  @Option(
      names = "--full-refresh",
      description = "Forget what is known there, and replace all rows by those that are read.")
  private boolean full;

  @Option(
      names = "--columns",
      paramLabel = "LIST",
      description = "Other types and names: name:type, name:type:source, name::source.")
  private List<String> columns = List.of();

  @Option(
      names = "--mask",
      split = ",",
      paramLabel = "COLUMN:HOW",
      hideParamSyntax = true,
      description = "Make texts unreadable: email:hash (SHA-256), name:redact.")
  private List<String> masks = List.of();

  @Option(
      names = "--no-load-timestamp",
      description = "Leave out _ingestr_loaded_at, the time of the load.")
  private boolean noTimestamp;

  @Option(
      names = "--straight",
      description = "From the API, although the store has the organisation.")
  private boolean straight;

  @Option(
      names = "--progress",
      paramLabel = "HOW",
      defaultValue = "auto",
      description =
          "auto, plain, json, none; interactive and log, as ingestr says, are auto and plain.")
  private String progress = "auto";

  @Option(names = "--yes", hidden = true, description = "Nothing is asked.")
  @SuppressWarnings("unused") // for command lines that say it to ingestr
  private boolean yes;

  Ingestion ingestion(Instant now) {
    Dataset dataset = Ingestion.table(table);
    boolean ingestr = schema().equals(INGESTR);
    checkKey(dataset);
    Optional<Span> interval = interval(now);
    return new Ingestion(
            dataset,
            ingestr,
            strategy.map(Strategy::of).orElse(Ingestion.usual(dataset, interval.isPresent())),
            interval,
            full,
            noTimestamp && ingestr ? Optional.empty() : Optional.of(now),
            Target.of(toTable.orElse(table)),
            Ingestion.masks(masks),
            Ingestion.recasts(columns))
        .checked();
  }

  private String schema() {
    if (!SCHEMAS.contains(schema)) {
      throw new WrongUse("--schema " + schema + " is not one of " + String.join(", ", SCHEMAS));
    }
    return schema;
  }

  private Optional<Span> interval(Instant now) {
    Optional<Instant> start = from.map(text -> Wanted.time("--interval-start", text));
    Optional<Instant> end = until.map(text -> Wanted.time("--interval-end", text));
    if (start.isEmpty() && end.isPresent()) {
      throw new WrongUse("--interval-end needs --interval-start");
    }
    start
        .filter(begin -> !begin.isBefore(end.filter(now::isAfter).orElse(now)))
        .ifPresent(_ -> {
          throw new WrongUse("the interval is empty, or has not begun");
        });
    return start.map(begin -> new Span(begin, end.orElse(now)));
  }

  private void checkKey(Dataset dataset) {
    String time = dataset.time().map(Column::name).orElse("none");
    incrementalKey
        .filter(key -> !key.equals(time))
        .ifPresent(key -> {
          throw new WrongUse("--incremental-key: the time of " + table + " is " + time);
        });
  }

  Origin origin() {
    return Origin.of(source);
  }

  /** The address of the destination, or the name it is set up under. */
  String to() {
    return to;
  }

  /** The same for people. */
  String place() {
    return to.contains("://") ? Kinds.address(to).toString() : SafeText.line(to);
  }

  boolean straight() {
    return straight;
  }

  Progress.Mode progress() {
    return Optional.ofNullable(PROGRESS.get(progress))
        .orElseThrow(() ->
            new WrongUse(
                "--progress "
                    + progress
                    + " is not one of auto, plain, json, none, interactive, log"));
  }
}
