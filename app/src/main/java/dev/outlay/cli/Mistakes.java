package dev.outlay.cli;

import dev.outlay.app.setting.Nearest;
import dev.outlay.app.setting.Secrets;
import dev.outlay.app.setting.WrongUse;
import dev.outlay.failure.Failure;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What went wrong, in one line and a number. */
record Mistakes(Shell shell) implements IParameterExceptionHandler, IExecutionExceptionHandler {
  @Override
  public int handleParseException(ParameterException e, String[] args) {
    CommandSpec command = e.getCommandLine().getCommandSpec();
    String what =
        e instanceof UnmatchedArgumentException unmatched
            ? unknown(unmatched.getUnmatched().getFirst(), command)
            : String.valueOf(e.getMessage());
    say(what + " (" + command.qualifiedName() + " --help shows what there is)");
    return Exit.WRONG_USE;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine commandLine, ParseResult result) {
    return handle(e);
  }

  int handle(Exception e) {
    if (shell.debug()) {
      e.printStackTrace(shell.err());
    }
    return switch (e) {
      case WrongUse wrong -> say(wrong, Exit.WRONG_USE);
      case Failure.Refused refused -> say(refused, Exit.REFUSED);
      case Failure failure -> say(failure, Exit.FAILED);
      default -> unexpected(e);
    };
  }

  /** Picocli passes on what is no exception; there is memory again once the work is dropped. */
  int tooLarge() {
    say(
        "the memory is not enough for that: ask for less, or allow more with"
            + " OUTLAY_JAVA_OPTIONS=-Xmx512m");
    return Exit.FAILED;
  }

  private int unexpected(Exception e) {
    say(
        "this should not have happened: "
            + e
            + (shell.debug() ? "" : " (run it again with --debug and report what it shows)"));
    return Exit.FAILED;
  }

  private int say(Exception e, int code) {
    say(String.valueOf(e.getMessage()));
    return code;
  }

  void say(String message) {
    shell.err().println(shell.inkErr().red("outlay: ") + Secrets.mask(message));
  }

  private static String unknown(String word, CommandSpec command) {
    String name = word.split("=", 2)[0];
    boolean option = name.startsWith("-");
    return "unknown "
        + (option ? "option " : "word ")
        + name
        + Nearest.to(name, names(command, option))
            .map(near -> "; did you mean " + near + "?")
            .orElse("");
  }

  private static List<String> names(CommandSpec command, boolean options) {
    return options
        ? command.options().stream().flatMap(each -> Stream.of(each.names())).toList()
        : List.copyOf(command.subcommands().keySet());
  }
}
