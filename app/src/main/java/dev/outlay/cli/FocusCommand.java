package dev.outlay.cli;

import dev.outlay.app.setting.WrongUse;
import dev.outlay.cli.output.Figures;
import dev.outlay.cli.output.SafeText;
import dev.outlay.shape.focus.FocusVersion;
import dev.outlay.shape.focus.check.FocusCheck;
import dev.outlay.store.UnreadableFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks after files in the form of FOCUS, whoever wrote them. */
@Command(
    name = "focus",
    description = "Check cost and usage files in the form of FOCUS.",
    synopsisSubcommandLabel = "VERB",
    footerHeading = "%nExamples:%n",
    footer = {
      "  outlay focus check focus-1.2.csv",
      "  outlay focus check --focus-version 1.4 theirs.parquet",
      "  outlay focus rules",
      "",
      "A manifest beside the file (FILE.manifest.json, as `outlay export` writes it) is held against",
      "it too. Exit: 0 nothing is wrong, 1 something is, 2 it is no such file."
    })
final class FocusCommand implements Callable<Integer> {
  private final Shell shell;

  FocusCommand(Shell shell) {
    this.shell = shell;
  }

  /** Without a verb: what is checked. */
  @Override
  public Integer call() {
    return rules();
  }

  @Command(description = "Show what is checked.")
  int rules() {
    FocusCheck.rules().forEach(shell.out()::println);
    return Exit.OK;
  }

  @Command(description = "Check a file, CSV or Parquet, and say what is wrong.")
  int check(
      @Parameters(paramLabel = "FILE", description = "What is checked.") String file,
      @Option(
              names = "--focus-version",
              paramLabel = "VERSION",
              description =
                  "1.2 or 1.4 (default: as the manifest says, or by the names of the columns).")
          Optional<String> version) {
    try {
      return tell(
          new FocusCheck(version.map(FocusCommand::version))
              .of(shell.streams().workFolder().resolve(Path.of(file))));
    } catch (UnreadableFile e) {
      throw new WrongUse(SafeText.line(String.valueOf(e.getMessage())));
    }
  }

  /** Rows are counted from 1 behind the heading. */
  private int tell(FocusCheck.Report report) {
    report.findings().forEach(finding -> shell.out().println(SafeText.line(finding.toString())));
    report.notes().forEach(note -> shell.err().println("note: " + note + ", as the manifest says"));
    shell.err().println(sum(report));
    return report.findings().isEmpty() ? Exit.OK : Exit.FAILED;
  }

  private static String sum(FocusCheck.Report report) {
    int wrong = report.findings().size();
    return "FOCUS %s, %s rows%s: %s"
        .formatted(
            report.version(),
            Figures.grouped(report.rows()),
            report.withManifest() ? ", with its manifest" : "",
            wrong == 0
                ? "nothing is wrong"
                : "wrong in " + wrong + (wrong == 1 ? " way" : " ways"));
  }

  private static FocusVersion version(String name) {
    return FocusVersion.named(name)
        .orElseThrow(() ->
            new WrongUse(
                "--focus-version "
                    + name
                    + " is not known; there is "
                    + String.join(" and ", FocusVersion.NAMES)));
  }
}
