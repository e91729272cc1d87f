package dev.outlay.cli;

import dev.outlay.admin.AdminApi;
import dev.outlay.admin.Organization;
import dev.outlay.app.App;
import dev.outlay.app.ConnectionConfig;
import dev.outlay.app.SharedStore;
import dev.outlay.app.setting.WrongUse;
import dev.outlay.cli.output.SafeText;
import dev.outlay.cli.screen.Times;
import dev.outlay.connection.Probe;
import dev.outlay.dataset.Dataset;
import dev.outlay.failure.Failure;
import dev.outlay.source.Selection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tests connections before anything is collected. */
@Command(
    name = "check",
    description = "Test a connection: whose key it is, what it may read, the clock, the store.",
    footerHeading = "%nExample:%n",
    footer = "  ANTHROPIC_ADMIN_KEY=sk-ant-admin… outlay check")
final class CheckCommand implements Callable<Integer> {
  private static final Duration SKEW = Duration.ofSeconds(30);
  private final Shell shell;

  @Option(names = "--connection", paramLabel = "NAME", description = "Only this (default: all).")
  private Optional<String> connection = Optional.empty();

  CheckCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    App app = shell.app();
    int code =
        app.config().connections().stream()
            .filter(each -> connection.isEmpty())
            .map(this::check)
            .reduce(Exit.OK, Exit::worse);
    int named = connection.map(name -> check(app.config().connection(name))).orElse(Exit.OK);
    return Exit.worse(Exit.worse(code, named), store(app));
  }

  private int check(ConnectionConfig each) {
    shell.out().println(shell.ink().bold(each.name()));
    Selection all = Selection.everything(each.selection().usage());
    try (AdminApi api = shell.app().api(each, all)) {
      Organization organization = api.whoAmI();
      good(
          "the key "
              + each.shownKey()
              + " is of "
              + SafeText.line(organization.name())
              + ", "
              + organization.id());
      clock(organization.ahead());
      Probe probe = new Probe(api, shell.app().clock().instant());
      return api.datasets().stream()
          .map(dataset -> dataset(probe, dataset))
          .reduce(Exit.OK, Exit::worse);
    } catch (Failure | WrongUse e) {
      return bad(e);
    }
  }

  private int dataset(Probe probe, Dataset dataset) {
    return switch (probe.failure(dataset).orElse(null)) {
      case null -> good(dataset.name());
      case Failure.NotEntitled _ ->
          line(shell.ink().yellow("–"), dataset.name() + ": not for this organisation", Exit.OK);
      case Failure failure -> bad(failure);
    };
  }

  private void clock(Duration ahead) {
    String difference = Times.of(ahead.abs());
    if (ahead.abs().compareTo(SKEW) > 0) {
      line(
          shell.ink().yellow("!"),
          "the server's clock is "
              + difference
              + (ahead.isNegative() ? " behind" : " ahead of")
              + " this machine's: set this machine's clock",
          Exit.OK);
    } else {
      good("the clocks agree within " + difference);
    }
  }

  private int store(App app) {
    Path file = app.config().store();
    if (!Files.exists(file)) {
      return good("there is no store yet; sync will make " + file);
    }
    try (SharedStore _ = app.openStore("check")) {
      return good("the store can be written: " + file);
    } catch (Failure failure) {
      return bad(failure);
    }
  }

  private int good(String text) {
    return line(shell.ink().green("✓"), text, Exit.OK);
  }

  private int bad(Exception e) {
    return line(
        shell.ink().red("✗"),
        String.valueOf(e.getMessage()),
        switch (e) {
          case Failure.Refused _ -> Exit.REFUSED;
          case WrongUse _ -> Exit.WRONG_USE;
          default -> Exit.FAILED;
        });
  }

  private int line(String sign, String text, int code) {
    shell.out().println("  " + sign + " " + text);
    return code;
  }
}
