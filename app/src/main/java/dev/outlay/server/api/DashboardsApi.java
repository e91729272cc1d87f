package dev.outlay.server.api;

import dev.outlay.access.Role;
import dev.outlay.app.setting.Written;
import dev.outlay.ask.Catalogue;
import dev.outlay.ask.Data;
import dev.outlay.dashboard.Dashboard;
import dev.outlay.dashboard.DashboardFields;
import dev.outlay.dashboard.DashboardYaml;
import dev.outlay.dashboard.Dashboards;
import dev.outlay.dashboard.Freshness;
import dev.outlay.dashboard.Widget;
import dev.outlay.schedule.ConnectionState;
import dev.outlay.server.Call;
import dev.outlay.server.Endpoint;
import dev.outlay.server.Parameter;
import dev.outlay.server.Refusal;
import dev.outlay.server.Reply;
import dev.outlay.server.Says;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Dashboards: those of {@code outlay.yml} and those saved from the pages.
 *
 * @param states how it stands with every connection, for the freshness of widgets
 */
public record DashboardsApi(
    Dashboards dashboards, Catalogue catalogue, Supplier<List<ConnectionState>> states) {
  private static final Parameter<String> ID =
      Parameter.text("id", "The dashboard's name in addresses.");

  @Says("All dashboards.")
  record DashboardList(List<DashboardTold> dashboards) {}

  @Says("One dashboard.")
  record DashboardTold(
      String id,
      String title,
      @Says("file or store; one in the file is changed there.") String managedIn,
      List<WidgetTold> widgets) {}

  @Says("One widget.")
  record WidgetTold(
      String id,
      @Says("stat, timeseries, bar or table.") String kind,
      String title,
      @Says("The question, as in the address of /ask.") Map<String, String> ask,
      @Says("money, count, percent or rate; left out for the measure's own way.")
          Optional<String> format,
      @Says("fresh, stale, syncing, failing or unsynced.") String freshness) {}

  @Says("A dashboard to save.")
  record DashboardSaved(String title, List<WidgetSaved> widgets) {}

  @Says("A widget to save.")
  record WidgetSaved(
      String id, String kind, String title, Map<String, String> ask, Optional<String> format) {}

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/api/v1/dashboards", DashboardList.class)
            .says("All dashboards, those of the file first.")
            .role(Role.VIEWER)
            .by(this::list),
        Endpoint.get("/api/v1/dashboards/{id}", DashboardTold.class)
            .says("One dashboard.")
            .takes(ID)
            .role(Role.VIEWER)
            .by(call -> Reply.of(told(found(call), call.at()))),
        Endpoint.put("/api/v1/dashboards/{id}", DashboardTold.class)
            .says("Saves a dashboard in the place of what was there.")
            .takes(ID)
            .body(DashboardSaved.class)
            .role(Role.ANALYST)
            .by(this::save),
        Endpoint.delete("/api/v1/dashboards/{id}", Void.class)
            .says("Forgets a saved dashboard.")
            .takes(ID)
            .role(Role.ANALYST)
            .by(this::remove),
        Endpoint.get("/api/v1/dashboards/{id}/export", Void.class)
            .says("The dashboard as outlay.yml has it.")
            .takes(ID)
            .media("application/yaml")
            .status(200)
            .role(Role.ANALYST)
            .by(this::export));
  }

  private Reply list(Call call) {
    return Reply.of(
        new DashboardList(dashboards.all().stream().map(each -> told(each, call.at())).toList()));
  }

  private Reply save(Call call) {
    DashboardSaved wanted = call.body(DashboardSaved.class);
    Written written = new Written.Fields(Map.of(call.get(ID), fields(wanted)), "the request");
    Dashboard read =
        new DashboardFields(Dashboard.ManagedIn.STORE, dashboards.rules()).read(written).getFirst();
    return Reply.of(told(dashboards.save(read), call.at()));
  }

  private Reply remove(Call call) {
    if (!dashboards.remove(call.get(ID))) {
      throw missing(call);
    }
    return Reply.nothing();
  }

  private Reply export(Call call) {
    Dashboard dashboard = found(call);
    return Reply.bytes(
            "application/yaml",
            new DashboardYaml(dashboard).text().getBytes(StandardCharsets.UTF_8))
        .with("Content-Disposition", "attachment; filename=\"" + dashboard.id() + ".yml\"");
  }

  private Dashboard found(Call call) {
    return dashboards.find(call.get(ID)).orElseThrow(() -> missing(call));
  }

  private static Refusal missing(Call call) {
    return Refusal.missing("there is no dashboard " + call.get(ID), "");
  }

  private DashboardTold told(Dashboard dashboard, Instant now) {
    List<ConnectionState> connections = states.get();
    return new DashboardTold(
        dashboard.id(),
        dashboard.title(),
        dashboard.managedIn().toString(),
        dashboard.widgets().stream().map(each -> told(each, connections, now)).toList());
  }

  private WidgetTold told(Widget widget, List<ConnectionState> connections, Instant now) {
    return new WidgetTold(
        widget.id(),
        widget.kind().toString(),
        widget.title(),
        widget.ask().texts(),
        widget.format().map(Widget.Format::toString),
        Freshness.of(connections, datasets(widget), now).toString());
  }

  private Set<String> datasets(Widget widget) {
    return widget.ask().measures().stream()
        .map(catalogue::measure)
        .flatMap(measure -> catalogue.data(measure).stream().limit(1))
        .map(Data::coverage)
        .collect(Collectors.toSet());
  }

  private static Written.Fields fields(DashboardSaved wanted) {
    Map<String, Written> widgets = new LinkedHashMap<>();
    wanted.widgets().forEach(each -> widgets.put(each.id(), fields(each)));
    return fields(Map.of("title", text(wanted.title()), "widgets", fields(widgets)));
  }

  private static Written.Fields fields(WidgetSaved wanted) {
    Map<String, Written> fields = new LinkedHashMap<>();
    wanted.ask().forEach((name, value) -> fields.put(inFile(name), text(value)));
    fields.put("kind", text(wanted.kind()));
    fields.put("title", text(wanted.title()));
    wanted.format().ifPresent(format -> fields.put("format", text(format)));
    return fields(fields);
  }

  private static String inFile(String name) {
    return name.equals("period") ? "window" : name;
  }

  private static Written.Fields fields(Map<String, Written> fields) {
    return new Written.Fields(fields, "the request");
  }

  private static Written text(String text) {
    return new Written.Text(text, "the request");
  }
}
