package dev.outlay.app;

import dev.outlay.admin.Ticker;
import dev.outlay.ask.Asking;
import dev.outlay.ask.catalogue.Everything;
import dev.outlay.ask.engine.StoreAsking;
import dev.outlay.connection.Connections;
import dev.outlay.dashboard.Dashboards;
import dev.outlay.dashboard.WidgetRules;
import dev.outlay.export.Couriers;
import dev.outlay.export.Exports;
import dev.outlay.export.Granted;
import dev.outlay.export.Standing;
import dev.outlay.export.Wish;
import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure;
import dev.outlay.holder.Errands;
import dev.outlay.metric.MetricFamilies;
import dev.outlay.schedule.Schedule;
import dev.outlay.schedule.ScheduleEvent;
import dev.outlay.server.Api;
import dev.outlay.server.Binding;
import dev.outlay.server.Endpoint;
import dev.outlay.server.Events;
import dev.outlay.server.Identify;
import dev.outlay.server.Problems;
import dev.outlay.server.api.AccessWords;
import dev.outlay.server.api.AskApi;
import dev.outlay.server.api.CatalogueApi;
import dev.outlay.server.api.ChangeNotes;
import dev.outlay.server.api.ConnectionsApi;
import dev.outlay.server.api.DashboardsApi;
import dev.outlay.server.api.DatasetsApi;
import dev.outlay.server.api.DestinationsApi;
import dev.outlay.server.api.ExplainApi;
import dev.outlay.server.api.HealthApi;
import dev.outlay.server.api.KeysApi;
import dev.outlay.server.api.LimitsApi;
import dev.outlay.server.api.MetricsApi;
import dev.outlay.server.api.PeopleApi;
import dev.outlay.server.api.QualityApi;
import dev.outlay.server.api.QueryApi;
import dev.outlay.server.api.RevisionsApi;
import dev.outlay.server.api.SyncsApi;
import dev.outlay.store.Answers;
import dev.outlay.telemetry.DestinationMetrics;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * All that is served, wired by hand: what works behind the routes, and the list of the routes.
 *
 * @param metrics everything there is, as monitoring systems like it
 * @param version the program's
 */
record Served(
    App app,
    SharedStore open,
    Events events,
    Connections connections,
    Schedule schedule,
    Couriers couriers,
    Entrance entrance,
    MetricFamilies metrics,
    String version)
    implements AutoCloseable {

  /** Everything but the schedule at work. */
  static Served over(App app, SharedStore open, Binding binding, String version) {
    Entrance entrance = Entrance.to(app, open, binding);
    Connections connections = app.connections(open.store());
    Schedule schedule = app.schedule(open.store(), connections);
    Events events = new Events();
    open.store().listen(() -> events.committed(open.store().version()));
    schedule.listen(event -> tell(events, event));
    AtomicReference<MetricFamilies> told = new AtomicReference<>(MetricFamilies.all(List.of()));
    Exports exports = app.exports(open.store(), told::get);
    Couriers couriers = Couriers.begin(exports, Ticker.SYSTEM);
    Errands others = exporting(exports, app.errands(connections)::run);
    open.holder().take(entrance.before(standing(couriers, app.clock(), others)));
    MetricFamilies metrics =
        Telling.of(
            open.store(),
            connections,
            schedule,
            () -> couriers.standings().stream().map(Served::kept).toList(),
            version,
            app.clock().instant());
    told.set(metrics);
    return new Served(
        app, open, events, connections, schedule, couriers, entrance, metrics, version);
  }

  private static DestinationMetrics.Kept kept(Standing standing) {
    return new DestinationMetrics.Kept(
        standing.name(),
        standing.current(),
        standing.behindSince(),
        standing.failure().isPresent());
  }

  /** How it stands with the destinations; the others go on. */
  private static Errands standing(Couriers couriers, InstantSource clock, Errands others) {
    return text ->
        text.equals(Wish.STANDING)
            ? Granted.well(
                    couriers.standings().stream().map(each -> each.line(clock.instant())).toList())
                .text()
            : others.run(text);
  }

  /** Passing on; the others go on. */
  private static Errands exporting(Exports exports, Errands others) {
    return text ->
        Wish.in(text).map(wish -> exports.run(wish).text()).orElseGet(() -> others.run(text));
  }

  Api api() {
    return api(entrance.identify());
  }

  /** The same where somebody else says who asks. */
  Api api(Identify identify) {
    return new Api(endpoints(), identify, words(), open.store()::version);
  }

  /** Every route there is: one line for each resource. */
  private List<Endpoint> endpoints() {
    Answers answers = open.answers();
    Asking asking = asking();
    return Stream.of(
            new HealthApi(version, app.clock().instant(), checks()).endpoints(),
            new MetricsApi(metrics).endpoints(),
            events.endpoints(),
            entrance.endpoints(),
            new AskApi(asking).endpoints(),
            new CatalogueApi(asking).endpoints(),
            new ExplainApi(asking, answers).endpoints(),
            noted(new ConnectionsApi(connections, schedule).endpoints()),
            noted(
                new DashboardsApi(dashboards(), asking.catalogue(), schedule::states).endpoints()),
            new DatasetsApi(answers).endpoints(),
            new SyncsApi(answers).endpoints(),
            new LimitsApi(answers).endpoints(),
            new KeysApi(answers, app.priceBook()).endpoints(),
            new PeopleApi(answers).endpoints(),
            new QualityApi(answers, schedule).endpoints(),
            new RevisionsApi(answers).endpoints(),
            new DestinationsApi(couriers::standings).endpoints(),
            new QueryApi(answers).endpoints())
        .flatMap(List::stream)
        .toList();
  }

  /** Whoever changes something is in the log. */
  private List<Endpoint> noted(List<Endpoint> routes) {
    return new ChangeNotes(entrance.door().registers().journal(), this::named).over(routes);
  }

  private String named(String id) {
    return Telling.name(connections, id);
  }

  /** What the exceptions of other packages mean to whoever calls. */
  private static List<Problems.Words> words() {
    return List.of(AskApi::words, ConnectionsApi::words, new AccessWords());
  }

  /** What has to work for all to work. */
  private List<HealthApi.Check> checks() {
    return List.of(
        new HealthApi.Check(
            "store",
            () -> {
              open.store().documents().get("health", "none");
              return "open, version " + open.store().version();
            }),
        new HealthApi.Check("schedule", this::scheduled));
  }

  private String scheduled() {
    if (!schedule.isWorking()) {
      throw new Failure.KeepFailed(
          Attempt.to("collecting what is due", "all connections", ""),
          "the schedule does not run",
          "Restart Outlay; what was collected is safe.");
    }
    return "at work, " + connections.all().size() + " connections";
  }

  private Asking asking() {
    return new StoreAsking(
        open.answers(), Everything.CATALOGUE, app.prices(), app.clock(), open.store()::version);
  }

  private Dashboards dashboards() {
    return new Dashboards(
        app.config().dashboards(), open.store().documents(), new WidgetRules(Everything.CATALOGUE));
  }

  private static void tell(Events events, ScheduleEvent event) {
    if (event
        instanceof ScheduleEvent.Progressed(var connection, var dataset, var done, var total)) {
      events.progressed(connection, dataset, done, total);
    }
  }

  /** Lets go of who listens, and stops passing on and collecting; what was committed stays. */
  @Override
  public void close() {
    events.close();
    couriers.close();
    schedule.close();
  }
}
