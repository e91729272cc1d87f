package dev.outlay.cli;

import dev.outlay.cli.output.Desk;
import dev.outlay.cli.output.Format;
import dev.outlay.cli.output.Printout;
import dev.outlay.cli.output.Saying;
import dev.outlay.store.Answers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs SQL over the store. */
@Command(
    name = "query",
    description = "Ask the store in SQL: one SELECT, read-only.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  outlay query \"SELECT model, sum(amount_usd) AS usd FROM cost_report GROUP BY ALL ORDER BY usd DESC\"",
      "  outlay query \"SHOW TABLES\"",
      "  outlay query --file report.sql --output report.parquet",
      "  echo \"SELECT * FROM usage_daily\" | outlay query - --format csv"
    })
final class Query implements Callable<Integer> {
  private static final String STDIN = "-";

  private final Supplier<Desk> desk;
  private final Supplier<? extends Answers> answers;

  @Parameters(
      arity = "0..1",
      paramLabel = "SQL",
      description = "The question; - reads it from standard input.")
  private Optional<String> sql = Optional.empty();

  @Option(names = "--file", paramLabel = "FILE", description = "Read the question from a file.")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (default: by the name of --output, or table).")
  private Optional<Format> format = Optional.empty();

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write there; a file of that name is replaced once the result is complete.")
  private Optional<Path> output = Optional.empty();

  @Spec private CommandSpec spec = CommandSpec.create();

  /**
   * @param desk asked for when the command runs
   * @param answers opens the way to the store when the command runs
   */
  Query(Supplier<Desk> desk, Supplier<? extends Answers> answers) {
    this.desk = desk;
    this.answers = answers;
  }

  @Override
  public Integer call() throws Exception {
    Printout printout = printout(spec, format, output);
    String question = question();
    return Saying.exit(desk.get(), () -> print(printout, question));
  }

  /** How to print, as two commands let one say. */
  static Printout printout(CommandSpec spec, Optional<Format> format, Optional<Path> output) {
    Format chosen = format.orElseGet(() -> output.map(Format::ofFile).orElse(Format.TABLE));
    if (chosen.needsFile() && output.isEmpty()) {
      throw new ParameterException(spec.commandLine(), chosen + " needs --output FILE");
    }
    return new Printout(chosen, output);
  }

  private int print(Printout printout, String question) {
    try (Answers open = answers.get()) {
      printout.of(sink -> open.query(question, sink), desk.get());
      return 0;
    }
  }

  private String question() {
    if (sql.isPresent() == file.isPresent()) {
      throw wrong("give the question once: as SQL, as - for standard input, or with --file");
    }
    String text =
        file.map(this::read)
            .or(() -> sql.filter(STDIN::equals).map(_ -> readIn()))
            .or(() -> sql)
            .orElse("");
    if (text.isBlank()) {
      throw wrong("the question is empty");
    }
    return text;
  }

  private String read(Path from) {
    try {
      return Files.readString(from);
    } catch (IOException _) {
      throw wrong(from + " cannot be read as UTF-8 text");
    }
  }

  private String readIn() {
    try {
      return new String(desk.get().in().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException _) {
      throw wrong("standard input cannot be read");
    }
  }

  private ParameterException wrong(String what) {
    return new ParameterException(spec.commandLine(), what);
  }
}
