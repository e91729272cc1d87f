package dev.outlay.cli;

import dev.outlay.app.setting.WrongUse;
import dev.outlay.connection.Done;
import dev.outlay.connection.Errand;
import dev.outlay.connection.Errand.Verb;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds, shows and changes connections; also while {@code outlay serve} has the store open. */
@Command(
    name = "connections",
    description = "Add, list, test, rotate, rename, pause, resume and remove connections.",
    synopsisSubcommandLabel = "VERB",
    footerHeading = "%nExamples:%n",
    footer = {
      "  outlay connections list",
      "  outlay connections add --label Production     asks for the key, which is not shown",
      "  outlay connections rotate Production --key-env NEW_KEY",
      "",
      "A key is read from the terminal, from standard input or from a variable of the environment,",
      "never from the command line, which others can see. `rekey` seals all stored keys under a new",
      "secret key: a fresh one in the key file, or the one in OUTLAY_SECRET_KEY (with the one it",
      "replaces in OUTLAY_SECRET_KEY_BEFORE)."
    })
final class ConnectionsCommand implements Callable<Integer> {
  private final Shell shell;

  ConnectionsCommand(Shell shell) {
    this.shell = shell;
  }

  /** Without a verb: what there is. */
  @Override
  public Integer call() {
    return run(Errand.of(Verb.LIST, ""));
  }

  @Command(description = "Show all connections.")
  int list() {
    return call();
  }

  @Command(description = "Add the organisation of a key.")
  int add(
      @Option(
              names = "--label",
              paramLabel = "TEXT",
              description = "What to call it (default: the organisation's name).")
          Optional<String> label,
      @Option(
              names = "--lookback",
              paramLabel = "DAYS",
              defaultValue = "365",
              description = "How far back to collect (default: ${DEFAULT-VALUE}).")
          int days,
      @Option(
              names = "--at",
              paramLabel = "URL",
              description = "Where its API is, where that is not the usual place.")
          Optional<String> url,
      @Option(
              names = "--key-env",
              paramLabel = "NAME",
              description = "The variable that holds the key.")
          Optional<String> variable) {
    Errand errand =
        Errand.of(Verb.ADD, "").withKey(key(variable)).called(label).reaching(url, days);
    return run(errand);
  }

  @Command(description = "Ask what a connection's key may read.")
  int test(@Parameters(paramLabel = "NAME") String name) {
    return run(Errand.of(Verb.TEST, name));
  }

  @Command(description = "Take another key of the same organisation.")
  int rotate(
      @Parameters(paramLabel = "NAME") String name,
      @Option(
              names = "--key-env",
              paramLabel = "NAME",
              description = "The variable that holds the key.")
          Optional<String> variable) {
    return run(Errand.of(Verb.ROTATE, name).withKey(key(variable)));
  }

  @Command(description = "Give a connection another name.")
  int rename(
      @Parameters(paramLabel = "NAME") String name,
      @Parameters(paramLabel = "LABEL") String label) {
    return run(Errand.of(Verb.RENAME, name).called(Optional.of(label)));
  }

  @Command(description = "Seal all stored keys under a new secret key.")
  int rekey() {
    return run(Errand.of(Verb.REKEY, ""));
  }

  @Command(description = "Stop collecting a connection; what is known stays.")
  int pause(@Parameters(paramLabel = "NAME") String name) {
    return run(Errand.of(Verb.PAUSE, name));
  }

  @Command(description = "Collect it again.")
  int resume(@Parameters(paramLabel = "NAME") String name) {
    return run(Errand.of(Verb.RESUME, name));
  }

  @Command(description = "Remove a connection; its rows stay, unless --data says they go too.")
  int remove(
      @Parameters(paramLabel = "NAME") String name,
      @Option(names = "--data", description = "Remove what was collected too.") boolean data) {
    return run(Errand.of(Verb.REMOVE, name).withData(data));
  }

  private String key(Optional<String> variable) {
    return variable
        .map(name ->
            shell
                .variable(name)
                .orElseThrow(() -> new WrongUse("the variable " + name + " is not set")))
        .orElseGet(() -> shell.secret("Admin key (not shown): "));
  }

  private int run(Errand errand) {
    Done done = shell.app().run(errand);
    boolean well = done.how() == Done.How.WELL;
    done.lines().forEach(well ? shell.out()::println : new Mistakes(shell)::say);
    return switch (done.how()) {
      case WELL -> Exit.OK;
      case WRONG -> Exit.WRONG_USE;
      case REFUSED -> Exit.REFUSED;
      case FAILED -> Exit.FAILED;
    };
  }
}
