package dev.outlay.cli;

import dev.outlay.cli.screen.Ink;
import dev.outlay.simulator.Settings;
import java.net.URI;

/** Says how to try Outlay on a simulator that runs. */
record HowToReach(Shell shell) {
  void print(URI url) {
    Ink ink = shell.inkErr();
    shell.err().println();
    shell
        .err()
        .println(
            "The simulator is at "
                + ink.bold(url.toString())
                + " until Ctrl-C. In another terminal:");
    shell.err().println();
    shell.err().println("  export ANTHROPIC_ADMIN_KEY=" + Settings.KEY);
    shell.err().println("  ./outlay sync --base-url " + url + " --store try.duckdb");
    shell.err().println("  ./outlay spend --store try.duckdb");
    shell.err().println();
  }
}
