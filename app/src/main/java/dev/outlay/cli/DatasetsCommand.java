package dev.outlay.cli;

import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.Width;
import dev.outlay.dataset.catalogue.Datasets;
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
    Datasets.ALL.forEach(this::print);
    return Exit.OK;
  }

  private void print(Dataset dataset) {
    shell.out().println(shell.ink().bold(dataset.name()) + "  " + dataset.meaning());
    shell.out().println("    GET " + dataset.path() + widths(dataset));
  }

  private static String widths(Dataset dataset) {
    List<Width> widths = dataset.window().widths();
    return widths.isEmpty()
        ? ""
        : widths.stream().map(Width::name).collect(Collectors.joining(", ", ", buckets of ", ""));
  }
}
