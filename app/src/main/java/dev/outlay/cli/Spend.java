package dev.outlay.cli;

import dev.outlay.app.setting.WrongUse;
import dev.outlay.ask.Answer;
import dev.outlay.ask.Answer.Kind;
import dev.outlay.ask.Ask;
import dev.outlay.ask.Asking;
import dev.outlay.ask.Condition;
import dev.outlay.ask.Condition.Test;
import dev.outlay.ask.Dimension;
import dev.outlay.ask.Filter;
import dev.outlay.ask.Reach;
import dev.outlay.ask.catalogue.Everything;
import dev.outlay.cli.output.Format;
import dev.outlay.cli.output.Printout;
import dev.outlay.cli.output.SpendNotes;
import dev.outlay.cli.output.SpendSheet;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says what was spent: the ask for cost in few words, with shares and changes. */
@Command(
    name = "spend",
    description = {
      "What was spent: the bill, and an estimate of what is not billed yet. Days are UTC.",
      "outlay ask cost says the same in other forms."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  outlay spend --by model,workspace --last 30d --compare previous",
      "  outlay spend --grain month --from 2026-01-01 --to 2026-07-01 --format csv"
    })
final class Spend implements Callable<Integer> {
  private static final String DOLLARS = "USD";
  private static final int MOST_FOR_PEOPLE = 50;
  private static final int DAYS_OF_WEEK = 7;

  private final Shell shell;
  private final Asked asked;

  @Option(
      names = "--by",
      split = ",",
      paramLabel = "DIMENSION",
      description =
          "model, workspace, description, cost_type, token_type, service_tier, context_window,"
              + " inference_geo, connection and more; several with commas (default: model).")
  private List<String> by = List.of("model");

  @Option(
      names = "--last",
      paramLabel = "30d",
      description =
          "So many days (d) or weeks (w), of which today, which is not over, is the last; or another"
              + " period of outlay ask, such as mtd (default: 30d).")
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
      description = "day, week or month: break time down.")
  private Optional<String> grain = Optional.empty();

  @Option(
      names = "--compare",
      paramLabel = "WITH",
      description = "previous: as many days just before; last_month or DAY..DAY.")
  private Optional<String> compare = Optional.empty();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Tell only the N largest apart (default: 50 in a table, else all).")
  private Optional<String> limit = Optional.empty();

  @Option(
      names = "--currency",
      paramLabel = "CODE",
      description = "Currencies are never added; this one is shown (default: ${DEFAULT-VALUE}).")
  private String currency = DOLLARS;

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
    asked.ask(texts(printout.format()), database, (asking, ask) -> print(asking, ask, printout));
    return Exit.OK;
  }

  private void print(Asking asking, Ask ask, Printout printout) {
    Answer answer = asking.answer(ask, Reach.ALL);
    SpendNotes notes = new SpendNotes(answer, elsewhere(asking, answer), code());
    asked.give(
        printout,
        output,
        sink -> new SpendSheet(answer, by(answer), code()).to(sink, printout.format()),
        notes.lines(shell.app().clock().instant(), printout.format()));
  }

  /** Currencies are never added; what other ones come to is known where the bill was read. */
  private Optional<Answer> elsewhere(Asking asking, Answer answer) {
    Ask others =
        Ask.of("amount", answer.ask().period().text())
            .withBy(List.of("currency"))
            .withWhere(currency(Test.IS_NOT));
    return answer.sources().stream()
        .filter(each -> each.dataset().equals("cost_report"))
        .findFirst()
        .map(_ -> asking.answer(others, Reach.ALL));
  }

  private static List<Dimension> by(Answer answer) {
    return answer.columns().stream()
        .filter(column -> column.kind() == Kind.DIMENSION)
        .map(column -> Everything.CATALOGUE.dimension(column.name()))
        .toList();
  }

  private Map<String, String> texts(Format chosen) {
    boolean dollars = code().equals(DOLLARS);
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("measures", dollars ? "cost" : "amount");
    texts.put("where", dollars ? "" : currency(Test.IS).toString());
    texts.put("by", String.join(",", by));
    texts.put("period", period());
    grain.ifPresent(text -> texts.put("grain", text));
    compare.ifPresent(text -> texts.put("compare", text));
    limit
        .or(() -> Optional.of(String.valueOf(MOST_FOR_PEOPLE)).filter(_ -> chosen.isForPeople()))
        .ifPresent(text -> texts.put("limit", text));
    return texts;
  }

  private Filter currency(Test test) {
    return new Filter(List.of(List.of(new Condition("currency", test, List.of(code())))));
  }

  private String code() {
    try {
      return Currency.getInstance(currency.toUpperCase(Locale.ROOT)).getCurrencyCode();
    } catch (IllegalArgumentException _) {
      throw new WrongUse("--currency " + currency + " is no currency; write a code such as USD");
    }
  }

  private String period() {
    if (last.isPresent() && (from.isPresent() || to.isPresent())) {
      throw new WrongUse("give either --last, or --from and --to");
    }
    if (to.isPresent() && from.isEmpty()) {
      throw new WrongUse("--to needs --from");
    }
    return from.map(this::since).orElseGet(() -> last.map(Spend::days).orElse(""));
  }

  private String since(LocalDate first) {
    LocalDate today = LocalDate.ofInstant(shell.app().clock().instant(), ZoneOffset.UTC);
    LocalDate end = to.orElse(today.plusDays(1));
    if (!first.isBefore(end)) {
      throw new WrongUse(
          "--from " + first + " must be before --to " + end + ", which is not included");
    }
    return first + ".." + end.minusDays(1);
  }

  /** An ask has no weeks; they are days. */
  private static String days(String text) {
    return text.matches("[1-9][0-9]{0,2}w")
        ? Integer.parseInt(text.substring(0, text.length() - 1)) * DAYS_OF_WEEK + "d"
        : text;
  }
}
