package dev.outlay.cli;

import dev.outlay.app.setting.WrongUse;
import dev.outlay.cli.output.Desk;
import dev.outlay.cli.output.Format;
import dev.outlay.cli.output.Printout;
import dev.outlay.store.Answers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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

  private final Asked asked;

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

  Query(Shell shell) {
    this.asked = new Asked(shell);
  }

  @Override
  public Integer call() {
    Printout printout = printout(format, asked.file(output));
    String question = question();
    asked.store(store -> print(store, question, printout));
    return Exit.OK;
  }

  private void print(Answers store, String question, Printout printout) {
    Desk desk = asked.desk();
    long rows = printout.of(sink -> store.query(question, sink), desk);
    if (printout.format() == Format.table || output.isPresent()) {
      desk.say(Printout.told(rows, output));
    }
  }

  /** How to print, as two commands let one say. */
  static Printout printout(Optional<Format> format, Optional<Path> output) {
    Format chosen = format.orElseGet(() -> output.map(Format::ofFile).orElse(Format.table));
    if (chosen.needsFile() && output.isEmpty()) {
      throw new WrongUse("--format " + chosen + " needs --output FILE");
    }
    return new Printout(chosen, output);
  }

  private String question() {
    if (sql.isPresent() == file.isPresent()) {
      throw new WrongUse("give the question once: as SQL, as - for standard input, or with --file");
    }
    String text =
        asked
            .file(file)
            .map(Query::read)
            .or(() -> sql.filter(STDIN::equals).map(_ -> readIn()))
            .or(() -> sql)
            .orElse("");
    if (text.isBlank()) {
      throw new WrongUse("the question is empty");
    }
    return text;
  }

  private static String read(Path from) {
    try {
      return Files.readString(from);
    } catch (IOException _) {
      throw new WrongUse(from + " cannot be read as UTF-8 text");
    }
  }

  private String readIn() {
    try {
      return new String(asked.desk().in().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException _) {
      throw new WrongUse("standard input cannot be read");
    }
  }
}
