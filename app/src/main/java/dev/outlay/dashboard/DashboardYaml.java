package dev.outlay.dashboard;

import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** A dashboard as {@code outlay.yml} has it. */
public record DashboardYaml(Dashboard dashboard) {
  private static final DumpSettings SETTINGS =
      DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build();
  private static final Map<String, String> IN_FILE =
      Map.of("period", "window", "measures", "measure");

  /** From {@code dashboards:} on, ready to be pasted. */
  public String text() {
    return new Dump(SETTINGS).dumpToString(Map.of("dashboards", Map.of(dashboard.id(), body())));
  }

  private Map<String, Object> body() {
    Map<String, Object> widgets = new LinkedHashMap<>();
    dashboard.widgets().forEach(widget -> widgets.put(widget.id(), widget(widget)));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("title", dashboard.title());
    body.put("widgets", widgets);
    return body;
  }

  private static Map<String, Object> widget(Widget widget) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("kind", widget.kind().toString());
    fields.put("title", widget.title());
    widget
        .ask()
        .texts()
        .forEach((name, value) -> fields.put(IN_FILE.getOrDefault(name, name), value));
    widget.format().ifPresent(format -> fields.put("format", format.toString()));
    return fields;
  }
}
