package dev.outlay.cli;

import dev.outlay.app.setting.WrongUse;
import dev.outlay.ask.Answer;
import dev.outlay.ask.Reach;
import dev.outlay.ask.catalogue.Everything;
import dev.outlay.cli.output.AnswerNotes;
import dev.outlay.cli.output.AnswerSheet;
import dev.outlay.cli.output.Format;
import dev.outlay.cli.output.Printout;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks for any measure by any dimension. */
@Command(
    name = "ask",
    description = "Ask for any measure, by any dimension; --list says what there is.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  outlay ask cost,tokens,cache_hit_rate --by model --last 7d --compare previous",
      "  outlay ask tokens --by api_key --grain hour --last 24h --where \"model ~ opus and api_key is not empty\"",
      "  outlay ask acceptance_rate --by person --last 30d --limit 10",
      "  outlay ask --list"
    })
final class AskCommand implements Callable<Integer> {
  private final Shell shell;
  private final Asked asked;

  @Parameters(
      arity = "0..1",
      paramLabel = "MEASURE",
      description = "What is counted; several with commas.")
  private Optional<String> measures = Optional.empty();

  @Option(names = "--list", description = "List the measures and dimensions there are.")
  private boolean list;

  @Option(
      names = "--by",
      paramLabel = "DIMENSION",
      description = "What it is broken down by; several with commas.")
  private Optional<String> by = Optional.empty();

  @Option(
      names = "--where",
      paramLabel = "EXPR",
      description =
          "Which rows count, as in: model = a, b and workspace is not empty or api_key ~ test."
              + " Given twice, both must hold.")
  private List<String> where = List.of();

  @Option(
      names = "--grain",
      paramLabel = "GRAIN",
      description = "minute, hour, day, week or month: break time down.")
  private Optional<String> grain = Optional.empty();

  @Option(
      names = {"--period", "--last"},
      paramLabel = "30d",
      description =
          "today, yesterday, 24h, 30d, mtd, last_month, qtd, ytd or DAY..DAY with the last day in it"
              + " (default: 30d).")
  private Optional<String> period = Optional.empty();

  @Option(names = "--from", paramLabel = "DAY", description = "The first day.")
  private Optional<String> from = Optional.empty();

  @Option(names = "--to", paramLabel = "DAY", description = "The last day.")
  private Optional<String> to = Optional.empty();

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Whose days, as in Europe/Berlin (default: UTC).")
  private Optional<String> zone = Optional.empty();

  @Option(
      names = "--compare",
      paramLabel = "WITH",
      description = "previous, last_month or DAY..DAY.")
  private Optional<String> compare = Optional.empty();

  @Option(
      names = "--order",
      paramLabel = "NAME",
      description = "A measure, a dimension or time; - before it for the largest first.")
  private Optional<String> order = Optional.empty();

  @Option(names = "--limit", paramLabel = "N", description = "Tell only N groups apart.")
  private Optional<String> limit = Optional.empty();

  @Option(
      names = "--as-of",
      paramLabel = "DAY",
      description = "As was known at the end of that UTC day.")
  private Optional<String> asOf = Optional.empty();

  @Option(names = "--database", paramLabel = "URI", description = Asked.DATABASE)
  private Optional<String> database = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (default: by the name of --output, or table).")
  private Optional<Format> format = Optional.empty();

  @Option(names = "--output", paramLabel = "FILE", description = "Write there.")
  private Optional<Path> output = Optional.empty();

  AskCommand(Shell shell) {
    this.shell = shell;
    this.asked = new Asked(shell);
  }

  @Override
  public Integer call() {
    if (list) {
      new AskList(shell, Everything.CATALOGUE).print();
      return Exit.OK;
    }
    Printout printout = Query.printout(format, asked.file(output));
    asked.ask(texts(), database, (asking, ask) -> print(asking.answer(ask, Reach.ALL), printout));
    return Exit.OK;
  }

  private void print(Answer answer, Printout printout) {
    asked.give(
        printout,
        output,
        sink -> new AnswerSheet(answer).to(sink, printout.format()),
        new AnswerNotes(answer).lines());
  }

  private Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(
        "measures", measures.orElseThrow(() -> new WrongUse("name a measure, or --list them")));
    texts.put("where", where());
    texts.put("period", period());
    by.ifPresent(text -> texts.put("by", text));
    grain.ifPresent(text -> texts.put("grain", text));
    zone.ifPresent(text -> texts.put("zone", text));
    compare.ifPresent(text -> texts.put("compare", text));
    order.ifPresent(text -> texts.put("order", text));
    limit.ifPresent(text -> texts.put("limit", text));
    asOf.ifPresent(text -> texts.put("as_of", text));
    return texts;
  }

  private String where() {
    return where.stream()
        .map(dev.outlay.ask.Filter::of)
        .reduce(dev.outlay.ask.Filter.NONE, dev.outlay.ask.Filter::and)
        .toString();
  }

  private String period() {
    if (from.isEmpty() && to.isEmpty()) {
      return period.orElse("");
    }
    if (period.isPresent() || from.isEmpty()) {
      throw new WrongUse("give either --period, or --from and --to");
    }
    return from.get() + ".." + to.orElse(today());
  }

  private String today() {
    return shell.app().clock().instant().toString().substring(0, "2026-01-01".length());
  }
}
