package dev.outlay.cli;

import dev.outlay.app.App;
import dev.outlay.app.Serving;
import dev.outlay.app.SharedStore;
import dev.outlay.server.Binding;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves the pages and the HTTP API until it is stopped. */
@Command(
    name = "serve",
    description = "Serve the pages and the HTTP API until Ctrl-C; other commands work meanwhile.",
    footerHeading = "%nExamples:%n",
    footer = {"  outlay serve", "  outlay serve --port 0 --store year.duckdb"})
final class ServeCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description = "Where to listen (default: 127.0.0.1, this machine alone).")
  private Optional<String> host = Optional.empty();

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The port (default: 8080); 0 takes any that is free.")
  private Optional<Integer> port = Optional.empty();

  ServeCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Logging.begin();
    App app = shell.app();
    Binding binding = app.config().binding(host, port);
    try (Stop stop = Stop.here()) {
      serve(app, binding, stop);
    }
    return Exit.OK;
  }

  private void serve(App app, Binding binding, Stop stop) {
    try (SharedStore open = app.openToServe("serve");
        Serving serving = Serving.over(app, open, binding, Version.text())) {
      shell.out().println("Outlay is at " + serving.url() + " until Ctrl-C.");
      shell.out().flush();
      serving.setupToken().ifPresent(this::showSetup);
      stop.untilThen();
    }
  }

  /** It goes where nobody keeps it by accident, as they might keep the output. */
  private void showSetup(String token) {
    shell
        .err()
        .println("Nobody is in charge here yet. Make the first account with this token, which");
    shell.err().println("works once and until Outlay ends: " + token);
    shell.err().flush();
  }
}
