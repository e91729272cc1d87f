package dev.outlay.cli;

import dev.outlay.app.App;
import dev.outlay.destination.Mirror;
import dev.outlay.ingest.Ingestion;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** One table to a destination, said the way ingestr and Bruin say it. */
@Command(
    name = "ingest",
    description = "Bring one table from the API to a destination, with the flags of ingestr.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ANTHROPIC_ADMIN_KEY=sk-ant-admin… outlay ingest --source-table cost_report \\",
      "      --dest-uri postgresql://me@localhost/warehouse --dest-table raw.cost_report",
      "  outlay ingest --source-uri production --source-table claude_code_usage --dest-uri warehouse",
      "",
      "Tables: claude_code_usage, usage_report, cost_report, organization, workspaces, api_keys,",
      "invites, users, workspace_members.",
      "",
      "Where the store has the organisation, its table is brought up to date and passed on: only what",
      "changed is sent, and what is gone goes. Otherwise rows go straight from the API, and nothing is",
      "kept here. A key or password in an argument can be seen by others on this machine: better set",
      "ANTHROPIC_ADMIN_KEY, or name what the configuration file sets up."
    })
final class IngestCommand implements Callable<Integer> {
  private final Shell shell;
  @Mixin private IngestOptions options = new IngestOptions();

  IngestCommand(Shell shell) {
    this.shell = shell;
  }

  /** All that can be wrong is found before anything is asked or opened. */
  @Override
  public Integer call() {
    App app = shell.app();
    Instant now = app.clock().instant().truncatedTo(ChronoUnit.MICROS);
    Ingestion ingestion = options.ingestion(now);
    Ingesting ingesting =
        new Ingesting(
            shell,
            ingestion,
            new SourceKey(shell).of(options.origin()),
            options.place(),
            options.progress(),
            options.straight());
    ingesting.connection().admin();
    try (Mirror mirror = app.destination(options.to(), ingestion.target().schema());
        Stop stop = Stop.here()) {
      return stop.orInterrupted(shell, () -> ingesting.run(mirror));
    }
  }
}
