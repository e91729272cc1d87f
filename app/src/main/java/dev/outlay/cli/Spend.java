package dev.outlay.cli;

import dev.outlay.app.setting.WrongUse;
import dev.outlay.ask.spend.Days;
import dev.outlay.ask.spend.Dimension;
import dev.outlay.ask.spend.Grain;
import dev.outlay.ask.spend.SpendAnswer;
import dev.outlay.ask.spend.SpendAsk;
import dev.outlay.ask.spend.Spending;
import dev.outlay.cli.output.Desk;
import dev.outlay.cli.output.Format;
import dev.outlay.cli.output.Printout;
import dev.outlay.cli.output.SpendNotes;
import dev.outlay.cli.output.SpendSheet;
import dev.outlay.store.Answers;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says what was spent. */
@Command(
    name = "spend",
    description = "What was spent, from the cost report. Days are UTC.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  outlay spend --by model,workspace --last 30d --compare previous",
      "  outlay spend --grain month --from 2026-01-01 --to 2026-07-01 --format csv"
    })
final class Spend implements Callable<Integer> {
  /** What a period can be compared with. */
  enum Compared {
    previous
  }

  private static final Pattern LAST = Pattern.compile("([1-9][0-9]{0,3})([dw])");
  private static final int DAYS_OF_WEEK = 7;

  private final Shell shell;
  private final Asked asked;

  @Option(
      names = "--by",
      split = ",",
      paramLabel = "DIMENSION",
      description =
          "model, workspace, description, cost_type, token_type, service_tier, context_window,"
              + " inference_geo, connection; several with commas (default: model).")
  private List<String> by = List.of("model");

  @Option(
      names = "--last",
      paramLabel = "30d",
      description =
          "So many days (d) or weeks (w), of which today, which is not over, is the last (default: 30d).")
  private Optional<String> last = Optional.empty();

  @Option(names = "--from", paramLabel = "DAY", description = "The first day.")
  private Optional<LocalDate> from = Optional.empty();

  @Option(
      names = "--to",
      paramLabel = "DAY",
      description = "The day after the last one (default: tomorrow).")
  private Optional<LocalDate> to = Optional.empty();

  @Option(
      names = "--grain",
      paramLabel = "GRAIN",
      description = "${COMPLETION-CANDIDATES}: break time down.")
  private Optional<Grain> grain = Optional.empty();

  @Option(
      names = "--compare",
      paramLabel = "WITH",
      description = "previous: as many days just before.")
  private Optional<Compared> compare = Optional.empty();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Tell only the N largest apart (default: 50 in a table, else all).")
  private Optional<Integer> limit = Optional.empty();

  @Option(
      names = "--currency",
      paramLabel = "CODE",
      description = "Currencies are never added; this one is shown (default: ${DEFAULT-VALUE}).")
  private String currency = "USD";

  @Option(names = "--database", paramLabel = "URI", description = Asked.DATABASE)
  private Optional<String> database = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (default: by the name of --output, or table).")
  private Optional<Format> format = Optional.empty();

  @Option(names = "--output", paramLabel = "FILE", description = "Write there.")
  private Optional<Path> output = Optional.empty();

  Spend(Shell shell) {
    this.shell = shell;
    this.asked = new Asked(shell);
  }

  @Override
  public Integer call() {
    Printout printout = Query.printout(format, asked.file(output));
    LocalDate today = LocalDate.ofInstant(shell.app().clock().instant(), ZoneOffset.UTC);
    SpendAsk ask = ask(today, printout.format());
    asked.place(database, (answers, _) -> print(answers, ask, today, printout));
    return Exit.OK;
  }

  private void print(Answers store, SpendAsk ask, LocalDate today, Printout printout) {
    SpendAnswer answer = new Spending(store).answer(ask, today);
    Desk desk = asked.desk();
    long rows = printout.of(sink -> new SpendSheet(answer).to(sink, printout.format()), desk);
    output.ifPresent(_ -> desk.say(Printout.told(rows, output)));
    SpendNotes notes = new SpendNotes(answer);
    notes.lines().forEach(desk::say);
    if (!printout.format().isForPeople()) {
      notes.rest().ifPresent(desk::say);
    }
  }

  private SpendAsk ask(LocalDate today, Format chosen) {
    int most = limit.orElse(chosen.isForPeople() ? 50 : Integer.MAX_VALUE);
    if (most < 1) {
      throw new WrongUse("--limit must be at least 1");
    }
    List<Dimension> dimensions =
        by.stream().filter(name -> !name.isBlank()).map(this::dimension).distinct().toList();
    return new SpendAsk(
        dimensions,
        days(today),
        grain,
        compare.isPresent(),
        most,
        currency.toUpperCase(Locale.ROOT));
  }

  private Dimension dimension(String name) {
    return Dimension.named(name.strip())
        .orElseThrow(() ->
            new WrongUse(
                "unknown dimension %s; did you mean %s? There is %s"
                    .formatted(name, Dimension.nearest(name), all())));
  }

  private Days days(LocalDate today) {
    if (last.isPresent() && (from.isPresent() || to.isPresent())) {
      throw new WrongUse("give either --last, or --from and --to");
    }
    if (to.isPresent() && from.isEmpty()) {
      throw new WrongUse("--to needs --from");
    }
    return from.map(first -> between(first, to.orElse(today.plusDays(1))))
        .orElseGet(() -> Days.last(count(last.orElse("30d")), today));
  }

  private Days between(LocalDate first, LocalDate end) {
    if (!first.isBefore(end)) {
      throw new WrongUse(
          "--from " + first + " must be before --to " + end + ", which is not included");
    }
    return new Days(first, end);
  }

  private int count(String text) {
    Matcher matcher = LAST.matcher(text);
    if (!matcher.matches()) {
      throw new WrongUse("--last " + text + " must be days like 30d or weeks like 4w");
    }
    return Integer.parseInt(matcher.group(1)) * (matcher.group(2).equals("w") ? DAYS_OF_WEEK : 1);
  }

  private static String all() {
    return Arrays.stream(Dimension.values())
        .map(Dimension::toString)
        .collect(Collectors.joining(", "));
  }
}
