package dev.outlay.cli;

import dev.outlay.admin.AdminApi;
import dev.outlay.admin.Organization;
import dev.outlay.app.App;
import dev.outlay.app.Collecting;
import dev.outlay.app.ConnectionConfig;
import dev.outlay.app.SharedStore;
import dev.outlay.cli.progress.Progress;
import dev.outlay.cli.progress.Screenful;
import dev.outlay.destination.Changes;
import dev.outlay.destination.Mirror;
import dev.outlay.export.Passed;
import dev.outlay.failure.Failure;
import dev.outlay.ingest.Ingestion;
import dev.outlay.ingest.Straight;
import dev.outlay.ingest.ThroughStore;
import dev.outlay.source.Selection;
import dev.outlay.store.ConnectionRow;
import dev.outlay.store.Store;
import dev.outlay.sync.DatasetReport;
import dev.outlay.sync.Status;
import dev.outlay.sync.SyncReport;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Brings one table somewhere, and says how.
 *
 * @param named how the source is reached, under a name
 * @param place where to, for people
 * @param straight not through the store
 */
record Ingesting(
    Shell shell,
    Ingestion ingestion,
    Function<String, ConnectionConfig> named,
    String place,
    Progress.Mode mode,
    boolean straight) {
  private static final String UNNAMED = "anthropic";

  ConnectionConfig connection() {
    return named.apply(UNNAMED);
  }

  int run(Mirror mirror) {
    try (AdminApi api = app().api(connection(), selection())) {
      Organization organization = api.whoAmI();
      Optional<SharedStore> store = store();
      if (store.isPresent()) {
        try (SharedStore open = store.get()) {
          return run(api, organization, open.store(), mirror);
        }
      }
      return straight(api, organization, name(organization), mirror);
    }
  }

  /** What the store calls the organisation is its name in the rows, whichever way they go. */
  private int run(AdminApi api, Organization organization, Store store, Mirror mirror) {
    Optional<ConnectionRow> row = row(store, organization);
    if (row.isPresent() && !straight && ingestion.storable()) {
      return through(store, row.get(), mirror);
    }
    String name = row.map(ConnectionRow::name).orElseGet(() -> name(organization));
    return straight(api, organization, name, mirror);
  }

  private String name(Organization organization) {
    String name = connection().name();
    return name.equals(UNNAMED) ? organization.id() : name;
  }

  /** The store, where it is there and this may write it. */
  private Optional<SharedStore> store() {
    if (!Files.exists(app().config().store())) {
      return Optional.empty();
    }
    try {
      return Optional.of(app().openStore("ingest"));
    } catch (Failure.KeepFailed e) {
      say("The store cannot be used now, so this does without it: " + e.what());
      return Optional.empty();
    }
  }

  private static Optional<ConnectionRow> row(Store store, Organization organization) {
    return store.connections().stream()
        .filter(each -> each.organizationId().equals(organization.id()))
        .findFirst();
  }

  private int through(Store store, ConnectionRow row, Mirror mirror) {
    say("Through the store, which has this organisation as " + row.name() + ": " + stored());
    SyncReport synced;
    try (Collecting collecting = collecting(store, row);
        Progress progress = shown()) {
      synced = collecting.run(progress);
    }
    if (!synced.complete()) {
      return ended(synced.datasets().getFirst(), Optional.empty());
    }
    String name = synced.connection();
    Passed passed = new ThroughStore(ingestion, name, store, app().clock()).run(mirror);
    return ended(passed);
  }

  /** With the key that the store keeps, where it keeps one. */
  private Collecting collecting(Store store, ConnectionRow row) {
    return app().stored(store).stream()
        .filter(each -> each.name().equals(row.name()))
        .findFirst()
        .map(each -> Collecting.begin(app(), store, each, selection()))
        .orElseGet(() -> Collecting.begin(app(), store, named.apply(row.name()), selection()));
  }

  private int ended(Passed passed) {
    passed.failure().ifPresent(this::say);
    if (passed.failure().isEmpty()) {
      tell(passed.changes());
    }
    return passed.failure().isPresent() ? Exit.FAILED : Exit.OK;
  }

  private void say(Failure failure) {
    new Mistakes(shell).say(String.valueOf(failure.getMessage()));
  }

  private String stored() {
    return ingestion.ingestr()
        ? "it is brought up to date, then compared there; what is gone goes."
        : "it is brought up to date, then what changed is sent; what is gone goes.";
  }

  private int straight(AdminApi api, Organization organization, String name, Mirror mirror) {
    say("Straight from the API, nothing is kept here: " + ingestion.does() + ".");
    DatasetReport report;
    try (Progress progress = shown()) {
      report =
          new Straight(ingestion, name, api, selection(), app().now(organization))
              .run(mirror, progress);
    }
    return ended(report, Optional.of(report.changes()));
  }

  private int ended(DatasetReport report, Optional<Changes> changes) {
    report.failures().forEach(this::say);
    changes.filter(_ -> report.status() == Status.OK).ifPresent(this::tell);
    return switch (report.status()) {
      case OK -> Exit.OK;
      case REFUSED -> Exit.REFUSED;
      case INTERRUPTED -> interrupted();
      case HELD -> held();
      case NOT_ENTITLED, FAILED -> Exit.FAILED;
    };
  }

  private int interrupted() {
    say("Interrupted. What was committed is kept; run the same command again to go on.");
    return Exit.INTERRUPTED;
  }

  private int held() {
    say("Held: so many rows would go that the next run has to confirm it.");
    return Exit.FAILED;
  }

  private void tell(Changes changes) {
    shell
        .out()
        .println(
            "%s  %s  %s  +%d ~%d -%d"
                .formatted(
                    ingestion.dataset().name(),
                    place,
                    ingestion.target(),
                    changes.added(),
                    changes.changed(),
                    changes.closed()));
  }

  private void say(String line) {
    shell.err().println(line);
  }

  private Progress shown() {
    int width = shell.streams().terminal().width();
    return Progress.of(mode, new Screenful(shell.err(), shell.inkErr(), width), Map.of());
  }

  private Selection selection() {
    return ingestion.selection(connection().selection());
  }

  private App app() {
    return shell.app();
  }
}
