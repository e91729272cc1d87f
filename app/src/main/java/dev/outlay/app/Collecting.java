package dev.outlay.app;

import dev.outlay.admin.AdminApi;
import dev.outlay.admin.Organization;
import dev.outlay.connection.Forecast;
import dev.outlay.failure.Failure;
import dev.outlay.source.Selection;
import dev.outlay.store.ConnectionRow;
import dev.outlay.store.Store;
import dev.outlay.sync.Collect;
import dev.outlay.sync.Connection;
import dev.outlay.sync.Sync;
import dev.outlay.sync.SyncEvent;
import dev.outlay.sync.SyncReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One connection, known to the store and ready to be collected. */
public final class Collecting implements AutoCloseable {
  private final AdminApi api;
  private final Organization organization;
  private final Connection connection;
  private final Selection selection;
  private final Store store;
  private final Instant now;

  private Collecting(
      AdminApi api,
      Organization organization,
      Connection connection,
      Selection selection,
      Store store,
      Instant now) {
    this.api = api;
    this.organization = organization;
    this.connection = connection;
    this.selection = selection;
    this.store = store;
    this.now = now;
  }

  /** Asks who the key belongs to, and makes the connection known to the store. */
  public static Collecting begin(
      App app, Store store, ConnectionConfig connection, Selection selection) {
    AdminApi api = app.api(connection, selection);
    try {
      Organization organization = api.whoAmI();
      List<String> names = app.config().connections().stream().map(ConnectionConfig::name).toList();
      ConnectionRow row =
          store.connect(
              renamed(store, organization.id(), names), connection.name(), organization.id());
      return new Collecting(
          api.as(row.id()),
          organization,
          new Connection(row.id(), row.name()),
          selection,
          store,
          app.now(organization));
    } catch (Failure failure) {
      api.close();
      throw failure;
    }
  }

  /** The organisation's old connection, when nothing in the configuration has its name any more. */
  private static Optional<String> renamed(Store store, String organization, List<String> names) {
    return store.connections().stream()
        .filter(row -> row.organizationId().equals(organization) && !names.contains(row.name()))
        .map(ConnectionRow::id)
        .findFirst();
  }

  public Organization organization() {
    return organization;
  }

  /** What is going to be read. */
  public Forecast forecast() {
    return Forecast.of(api, sync(_ -> {}), now);
  }

  /** Reads all that is due. */
  public SyncReport run(Consumer<SyncEvent> events) {
    return sync(events).run(now);
  }

  private Sync sync(Consumer<SyncEvent> events) {
    return new Sync(connection, new Collect(api, selection), store, store, store, events);
  }

  @Override
  public void close() {
    api.close();
  }
}
