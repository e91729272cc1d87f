package dev.outlay.cli;

import dev.outlay.app.Config;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command line. */
@Command(
    name = "outlay",
    versionProvider = Version.class,
    description = {"What an organisation's Claude usage costs, exactly and in time.", ""},
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nBegin with:%n",
    footer = {
      "  outlay demo                                    a year of data from a simulator, no key needed",
      "  ANTHROPIC_ADMIN_KEY=sk-ant-admin… outlay sync  your own figures",
      "  outlay spend                                   what it came to",
      "",
      "Exit: 0 all kept, 1 something failed, 2 wrong use, 3 the key was refused, 130 interrupted."
    })
public final class Main implements Callable<Integer> {
  private static final int WIDTH = 100;
  @Mixin private Globals globals = new Globals();
  @Spec private CommandSpec spec = CommandSpec.create();
  private final Shell shell;

  private Main(Map<String, String> environment, Streams streams) {
    this.shell = new Shell(globals, environment, streams);
  }

  public static void main(String[] args) {
    System.exit(run(args, Config.environment(), Streams.ofProcess()));
  }

  /** Runs one command line; whatever it began in this process has ended when it returns. */
  public static int run(String[] args, Map<String, String> environment, Streams streams) {
    Main main = new Main(environment, streams);
    try (Warming _ = Warming.of(args)) {
      return main.commandLine(args).execute(args);
    } catch (OutOfMemoryError _) {
      return new Mistakes(main.shell).tooLarge();
    } finally {
      main.shell.out().flush();
      main.shell.err().flush();
    }
  }

  /** Without a command there is nothing to do but to say what there is. */
  @Override
  public Integer call() {
    spec.commandLine().usage(shell.err());
    return Exit.WRONG_USE;
  }

  private CommandLine commandLine(String[] args) {
    CommandLine line = new CommandLine(this);
    Commands.named(args, shell).forEach(line::addSubcommand);
    line.getSubcommands().values().forEach(Main::shortSynopsis);
    Mistakes mistakes = new Mistakes(shell);
    return line.registerConverter(LocalDate.class, Main::day)
        .setOut(writer(shell.out()))
        .setErr(writer(shell.err()))
        .setParameterExceptionHandler(mistakes)
        .setExecutionExceptionHandler(mistakes)
        .setUsageHelpWidth(WIDTH)
        .setColorScheme(CommandLine.Help.defaultColorScheme(shell.ink().on() ? Ansi.ON : Ansi.OFF));
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException _) {
      throw new TypeConversionException("'" + text + "' is no day such as 2026-01-31");
    }
  }

  /** The options are listed below anyway. */
  private static void shortSynopsis(CommandLine command) {
    command.getCommandSpec().usageMessage().abbreviateSynopsis(true);
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }
}
