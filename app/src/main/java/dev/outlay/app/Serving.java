package dev.outlay.app;

import dev.outlay.access.Secret;
import dev.outlay.connection.Connections;
import dev.outlay.schedule.Schedule;
import dev.outlay.schedule.ScheduleEvent;
import dev.outlay.server.Api;
import dev.outlay.server.Binding;
import dev.outlay.server.Endpoint;
import dev.outlay.server.Events;
import dev.outlay.server.Listening;
import dev.outlay.server.Pages;
import dev.outlay.server.Problems;
import dev.outlay.server.api.AccessWords;
import dev.outlay.server.api.AskApi;
import dev.outlay.server.api.CatalogueApi;
import dev.outlay.server.api.ConnectionsApi;
import dev.outlay.server.api.DatasetsApi;
import dev.outlay.server.api.ExplainApi;
import dev.outlay.server.api.HealthApi;
import dev.outlay.server.api.QueryApi;
import dev.outlay.server.api.SyncsApi;
import dev.outlay.store.Answers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A server over an open store, from when it is made until it is closed. */
public final class Serving implements AutoCloseable {
  private final Listening listening;
  private final Events events;
  private final Schedule schedule;
  private final Entrance entrance;

  private Serving(Listening listening, Events events, Schedule schedule, Entrance entrance) {
    this.listening = listening;
    this.events = events;
    this.schedule = schedule;
    this.entrance = entrance;
  }

  /**
   * Begins to serve; the store stays the caller's to close, after this.
   *
   * @param version the program's
   */
  public static Serving over(App app, SharedStore open, Binding binding, String version) {
    Events events = new Events();
    Entrance entrance = Entrance.to(app, open, binding);
    Connections connections = app.connections(open.store());
    Schedule schedule = app.schedule(open.store(), connections);
    try {
      Api api =
          api(
              new Parts(
                  app, open, events, new ConnectionsApi(connections, schedule), entrance, version));
      Listening listening = Listening.to(binding, api, pages(), app.clock());
      open.store().listen(() -> events.committed(open.store().version()));
      schedule.listen(event -> tell(events, event));
      open.holder().take(app.errands(connections)::run);
      return new Serving(listening, events, schedule, entrance);
    } catch (RuntimeException e) {
      schedule.close();
      throw e;
    }
  }

  private static void tell(Events events, ScheduleEvent event) {
    if (event
        instanceof ScheduleEvent.Progressed(var connection, var dataset, var done, var total)) {
      events.progressed(connection, dataset, done, total);
    }
  }

  /** What the routes are over. */
  record Parts(
      App app,
      SharedStore open,
      Events events,
      ConnectionsApi connections,
      Entrance entrance,
      String version) {}

  static Api api(Parts parts) {
    return new Api(
        endpoints(parts), parts.entrance().identify(), words(), parts.open().store()::version);
  }

  /** Every route there is: one line for each resource. */
  private static List<Endpoint> endpoints(Parts parts) {
    SharedStore open = parts.open();
    Instant since = parts.app().clock().instant();
    Answers answers = open.answers();
    return Stream.of(
            new HealthApi(open.store(), parts.version(), since).endpoints(),
            parts.events().endpoints(),
            parts.entrance().endpoints(),
            parts.connections().endpoints(),
            new AskApi().endpoints(),
            new CatalogueApi().endpoints(),
            new ExplainApi().endpoints(),
            new DatasetsApi(answers).endpoints(),
            new SyncsApi(answers).endpoints(),
            new QueryApi(answers).endpoints())
        .flatMap(List::stream)
        .toList();
  }

  /** What the exceptions of other packages mean to whoever calls. */
  static List<Problems.Words> words() {
    return List.of(new AccessWords(), ConnectionsApi::words);
  }

  /** The files that the web module put on the class path. */
  private static Pages pages() {
    return new Pages(Serving::file);
  }

  private static Optional<byte[]> file(String name) {
    try (InputStream in = Serving.class.getResourceAsStream("/dev/outlay/web/" + name)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the first administrator has to show, for whoever started this to see. */
  public Optional<String> setupToken() {
    return entrance.setupToken().map(Secret::text);
  }

  public URI url() {
    return listening.url();
  }

  @Override
  public void close() {
    events.close();
    listening.close();
    schedule.close();
  }
}
