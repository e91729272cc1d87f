package dev.outlay.cli;

import dev.outlay.app.setting.WrongUse;
import dev.outlay.simulator.Settings;
import dev.outlay.simulator.Simulator;
import dev.outlay.simulator.fault.FaultScript;
import dev.outlay.simulator.world.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the simulator of the Admin API until it is stopped. */
@Command(
    name = "simulate",
    description = "Run a simulator of the Admin API on this machine until Ctrl-C.",
    footerHeading = "%nExample:%n",
    footer = {
      "  outlay simulate --port 8091 --faults faults.txt",
      "  where faults.txt has lines such as: on /v1/organizations/cost_report request 2: status 500"
    })
final class SimulateCommand implements Callable<Integer> {
  /** How large an organisation is made up. */
  enum Extent {
    demo,
    benchmark
  }

  private final Shell shell;

  @Option(names = "--port", paramLabel = "N", description = "Where to listen (default: any free).")
  private int port;

  @Option(names = "--seed", paramLabel = "N", description = "Another seed, another organisation.")
  private long seed = 42;

  @Option(
      names = "--size",
      paramLabel = "SIZE",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Extent size = Extent.demo;

  @Option(names = "--faults", paramLabel = "FILE", description = "What goes wrong, one a line.")
  private Optional<Path> faults = Optional.empty();

  SimulateCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws InterruptedException {
    Settings settings =
        Settings.defaults()
            .withPort(port)
            .withSeed(seed)
            .withSize(size == Extent.demo ? Size.demo() : Size.benchmark())
            .withClock(shell.app().clock());
    String script = faults.map(this::text).orElse("");
    try (Simulator simulator = start(settings)) {
      script(simulator, script);
      shell.out().println(simulator.url() + " " + Settings.KEY);
      shell.out().flush();
      new HowToReach(shell).print(simulator.url());
      Stop.await();
    }
    return Exit.OK;
  }

  private Simulator start(Settings settings) {
    try {
      return Simulator.start(settings);
    } catch (java.io.UncheckedIOException | IllegalArgumentException e) {
      throw new WrongUse(
          "port "
              + port
              + " cannot be used: it takes 0 to 65535, and another program may listen there");
    }
  }

  private static void script(Simulator simulator, String script) {
    try {
      simulator.faults().script(script);
    } catch (FaultScript.BadLine e) {
      throw new WrongUse("the faults cannot be read: " + e.getMessage());
    }
  }

  private String text(Path file) {
    try {
      return Files.readString(shell.streams().workFolder().resolve(file));
    } catch (IOException e) {
      throw new WrongUse("the faults in " + file + " cannot be read");
    }
  }
}
