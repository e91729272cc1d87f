package dev.outlay.cli;

import dev.outlay.access.Role;
import dev.outlay.access.errand.AccountErrand;
import dev.outlay.access.errand.AccountErrand.Verb;
import dev.outlay.access.errand.Outcome;
import dev.outlay.app.setting.Nearest;
import dev.outlay.app.setting.WrongUse;
import dev.outlay.cli.output.SafeText;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows and changes who may sign in; also while {@code outlay serve} has the store open. */
@Command(
    name = "users",
    description = "List, add and remove who may sign in, change their role, reset their password.",
    synopsisSubcommandLabel = "VERB",
    footerHeading = "%nExamples:%n",
    footer = {
      "  outlay users list",
      "  outlay users add anna --role viewer --workspaces wrkspc_01,wrkspc_02",
      "  outlay users reset anna",
      "",
      "Nobody's password is ever typed here: `add` and `reset` print a one-time token with which the",
      "person sets it in the page. Roles: viewer (looks), analyst (saves and exports too), admin",
      "(connections and users too)."
    })
final class UsersCommand implements Callable<Integer> {
  private static final List<String> ROLES =
      Arrays.stream(Role.values()).map(each -> each.name().toLowerCase(Locale.ROOT)).toList();

  private final Shell shell;

  UsersCommand(Shell shell) {
    this.shell = shell;
  }

  /** Without a verb: who there is. */
  @Override
  public Integer call() {
    return run(AccountErrand.of(Verb.LIST, ""));
  }

  @Command(description = "Show everybody who may sign in.")
  int list() {
    return call();
  }

  @Command(description = "Add somebody; prints a one-time token for them.")
  int add(
      @Parameters(paramLabel = "NAME") String name,
      @Option(
              names = "--role",
              paramLabel = "ROLE",
              defaultValue = "viewer",
              description = "viewer, analyst or admin (default: ${DEFAULT-VALUE}).")
          String role,
      @Option(names = "--email", paramLabel = "ADDRESS", description = "For people to know.")
          Optional<String> email,
      @Option(
              names = "--workspaces",
              paramLabel = "IDS",
              description = "The only ones a viewer may see (default: all).")
          Optional<String> workspaces) {
    return run(
        AccountErrand.of(Verb.ADD, name).standing(role(role), ids(workspaces)).reached(email));
  }

  @Command(description = "Give somebody another role; signs them out.")
  int role(
      @Parameters(paramLabel = "NAME") String name,
      @Parameters(paramLabel = "ROLE") String role,
      @Option(
              names = "--workspaces",
              paramLabel = "IDS",
              description = "The only ones a viewer may see (default: all).")
          Optional<String> workspaces) {
    return run(AccountErrand.of(Verb.ROLE, name).standing(role(role), ids(workspaces)));
  }

  @Command(description = "Remove somebody, with their sessions and tokens.")
  int remove(@Parameters(paramLabel = "NAME") String name) {
    return run(AccountErrand.of(Verb.REMOVE, name));
  }

  @Command(description = "Print a one-time token with which somebody sets a new password.")
  int reset(@Parameters(paramLabel = "NAME") String name) {
    return run(AccountErrand.of(Verb.RESET, name));
  }

  private int run(AccountErrand errand) {
    Outcome outcome = shell.app().run(errand);
    if (outcome.well()) {
      outcome.lines().forEach(line -> shell.out().println(SafeText.line(line)));
      return Exit.OK;
    }
    outcome.lines().forEach(new Mistakes(shell)::say);
    return Exit.WRONG_USE;
  }

  private static Role role(String word) {
    if (!ROLES.contains(word)) {
      throw new WrongUse("there is no role " + word + Nearest.hint(word, ROLES));
    }
    return Role.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static Optional<Set<String>> ids(Optional<String> text) {
    return text.map(all ->
        Arrays.stream(all.split(","))
            .map(String::strip)
            .filter(each -> !each.isEmpty())
            .collect(Collectors.toSet()));
  }
}
