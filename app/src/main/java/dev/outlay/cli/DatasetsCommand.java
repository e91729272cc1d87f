package dev.outlay.cli;

import dev.outlay.app.App;
import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.Width;
import dev.outlay.dataset.catalogue.Datasets;
import dev.outlay.store.Answers;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** Lists what can be collected. */
@Command(
    name = "datasets",
    description = "List what can be collected and how much of it is stored.",
    footerHeading = "%nExample:%n",
    footer = "  outlay datasets")
final class DatasetsCommand implements Callable<Integer> {
  private final Shell shell;

  DatasetsCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Stored stored = stored();
    Datasets.ALL.forEach(dataset -> print(dataset, stored));
    return Exit.OK;
  }

  private Stored stored() {
    App app = shell.app();
    if (!Files.exists(app.config().store())) {
      return Stored.NOTHING;
    }
    try (Answers answers = app.answers()) {
      return Stored.in(answers);
    }
  }

  private void print(Dataset dataset, Stored stored) {
    shell.out().println(shell.ink().bold(dataset.name()) + "  " + dataset.meaning());
    shell.out().println(shell.ink().dim("    GET " + dataset.path() + widths(dataset)));
    if (!dataset.cuts().isEmpty()) {
      shell.out().println("    by up to five of " + String.join(", ", dataset.cuts()));
    }
    if (stored.has(dataset)) {
      shell.out().println("    " + stored.of(dataset));
    }
  }

  private static String widths(Dataset dataset) {
    List<Width> widths = dataset.window().widths();
    return widths.isEmpty()
        ? ""
        : widths.stream().map(Width::name).collect(Collectors.joining(", ", ", buckets of ", ""));
  }
}
