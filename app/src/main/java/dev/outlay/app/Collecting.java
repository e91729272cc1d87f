package dev.outlay.app;

import dev.outlay.admin.AdminApi;
import dev.outlay.admin.Organization;
import dev.outlay.connection.Connections;
import dev.outlay.connection.Forecast;
import dev.outlay.connection.Linked;
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
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** One connection, known to the store and ready to be collected. */
public final class Collecting implements AutoCloseable {
  private final AdminApi api;
  private final Organization organization;
  private final Connection connection;
  private final Selection selection;
  private final Store store;
  private final Instant now;
  private final LongSupplier elapsed;

  private Collecting(
      AdminApi api,
      Organization organization,
      Connection connection,
      Selection selection,
      Store store,
      Instant now,
      LongSupplier elapsed) {
    this.api = api;
    this.organization = organization;
    this.connection = connection;
    this.selection = selection;
    this.store = store;
    this.now = now;
    this.elapsed = elapsed;
  }

  /** Asks who the key belongs to, and makes the connection known to the store. */
  public static Collecting begin(
      App app, Store store, ConnectionConfig connection, Selection selection) {
    List<String> names = app.config().connections().stream().map(ConnectionConfig::name).toList();
    return begin(
        app,
        store,
        app.api(connection, selection),
        selection,
        organization ->
            store.connect(renamed(store, organization, names), connection.name(), organization));
  }

  /** The same for a connection that the store remembers. */
  public static Collecting begin(App app, Store store, Linked connection, Selection selection) {
    return begin(
        app,
        store,
        new AdminApi(connection.reach().settings(), selection, app.clock()),
        selection,
        organization -> store.connect(connection.id(), connection.name(), organization));
  }

  private static Collecting begin(
      App app,
      Store store,
      AdminApi api,
      Selection selection,
      Function<String, ConnectionRow> known) {
    try {
      Organization organization = api.whoAmI();
      ConnectionRow row = known.apply(organization.id());
      return new Collecting(
          api.as(row.id()),
          organization,
          new Connection(row.id(), row.name()),
          selection,
          store,
          app.now(organization),
          app.elapsed());
    } catch (Failure failure) {
      api.close();
      throw failure;
    }
  }

  /** The organisation's old connection, when nothing has its name any more. */
  private static Optional<String> renamed(Store store, String organization, List<String> names) {
    Set<String> remembered = Connections.remembered(store);
    return store.connections().stream()
        .filter(row -> row.organizationId().equals(organization) && !names.contains(row.name()))
        .map(ConnectionRow::id)
        .filter(id -> !remembered.contains(id))
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
    return new Sync(connection, new Collect(api, selection), store, store, store, events, elapsed);
  }

  @Override
  public void close() {
    api.close();
  }
}
