package dev.outlay.destinations.panels;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The dashboards as files to import.
 *
 * @param kibana whether for Kibana, which has its controls in the dashboard itself
 */
public record SavedObjects(boolean kibana) {
  private static final List<String> STREAMS = List.of("usage", "cost", "rate_limit");

  /** One object a line. */
  public String text() {
    List<Map<String, Object>> objects = new ArrayList<>();
    STREAMS.forEach(stream -> objects.add(pattern(stream)));
    for (Boards.Board board : Boards.all()) {
      panels(board).forEach(panel -> objects.add(visualization(panel)));
      objects.add(dashboard(board));
    }
    StringBuilder text = new StringBuilder();
    objects.forEach(object -> text.append(Tree.text(object)).append('\n'));
    return text.toString();
  }

  private List<Panel> panels(Boards.Board board) {
    List<Panel> panels = new ArrayList<>(board.panels());
    if (!kibana) {
      panels.add(1, controls(board));
    }
    return panels;
  }

  private static Map<String, Object> pattern(String stream) {
    return Tree.of(
        "id",
        patternId(stream),
        "type",
        "index-pattern",
        "attributes",
        Tree.of(
            "title", "metrics-anthropic_metrics." + stream + "-*", "timeFieldName", "@timestamp"),
        "references",
        List.of());
  }

  private static Map<String, Object> visualization(Panel panel) {
    List<Object> references = new ArrayList<>();
    Map<String, Object> source =
        Tree.of("query", Tree.of("query", "", "language", "kuery"), "filter", List.of());
    if (!panel.stream().isEmpty()) {
      String name = "kibanaSavedObjectMeta.searchSourceJSON.index";
      source.put("indexRefName", name);
      references.add(reference(name, "index-pattern", patternId(panel.stream())));
    }
    if ("input_control_vis".equals(panel.state().get("type"))) {
      String stream = panel.title().startsWith("Cost") ? "cost" : "usage";
      references.add(reference("control_0_index_pattern", "index-pattern", patternId(stream)));
      references.add(reference("control_1_index_pattern", "index-pattern", patternId(stream)));
    }
    return Tree.of(
        "id",
        id(panel),
        "type",
        "visualization",
        "attributes",
        Tree.of(
            "title",
            panel.title(),
            "description",
            panel.meaning(),
            "visState",
            Tree.text(panel.state()),
            "uiStateJSON",
            "{}",
            "version",
            1,
            "kibanaSavedObjectMeta",
            Tree.of("searchSourceJSON", Tree.text(source))),
        "references",
        references);
  }

  private Map<String, Object> dashboard(Boards.Board board) {
    List<Object> placed = new ArrayList<>();
    List<Object> references = new ArrayList<>();
    Places places = new Places();
    for (Panel panel : panels(board)) {
      String number = "" + (placed.size() + 1);
      placed.add(
          Tree.of(
              "version",
              "7.10.0",
              "gridData",
              places.next(panel, number),
              "panelIndex",
              number,
              "embeddableConfig",
              Tree.of(),
              "panelRefName",
              "panel_" + number));
      references.add(reference("panel_" + number, "visualization", id(panel)));
    }
    Map<String, Object> attributes =
        Tree.of(
            "title",
            board.title(),
            "description",
            board.meaning(),
            "panelsJSON",
            Tree.text(placed),
            "optionsJSON",
            "{\"useMargins\":true,\"hidePanelTitles\":false}",
            "version",
            1,
            "timeRestore",
            true,
            "timeFrom",
            "now-3d",
            "timeTo",
            "now",
            "kibanaSavedObjectMeta",
            Tree.of(
                "searchSourceJSON",
                "{\"query\":{\"query\":\"\",\"language\":\"kuery\"},\"filter\":[]}"));
    if (kibana) {
      attributes.put("controlGroupInput", controlGroup(board, references));
    }
    return Tree.of(
        "id", board.id(), "type", "dashboard", "attributes", attributes, "references", references);
  }

  private static Map<String, Object> controlGroup(Boards.Board board, List<Object> references) {
    String stream = stream(board);
    Map<String, Object> controls = Tree.of();
    List<String> fields = List.of("workspace_name", "model");
    for (int i = 0; i < fields.size(); i++) {
      String id = fields.get(i);
      controls.put(
          id,
          Tree.of(
              "order",
              i,
              "width",
              "medium",
              "grow",
              true,
              "type",
              "optionsListControl",
              "explicitInput",
              Tree.of(
                  "id", id, "fieldName", "anthropic." + stream + "." + id, "title", title(id))));
      references.add(
          reference(
              "controlGroup_" + id + ":optionsListDataView", "index-pattern", patternId(stream)));
    }
    return Tree.of(
        "controlStyle",
        "oneLine",
        "chainingSystem",
        "HIERARCHICAL",
        "panelsJSON",
        Tree.text(controls));
  }

  private static Panel controls(Boards.Board board) {
    String stream = stream(board);
    List<Object> controls = new ArrayList<>();
    List<String> fields = List.of("workspace_name", "model");
    for (int i = 0; i < fields.size(); i++) {
      controls.add(
          Tree.of(
              "id",
              fields.get(i),
              "fieldName",
              "anthropic." + stream + "." + fields.get(i),
              "parent",
              "",
              "label",
              title(fields.get(i)),
              "type",
              "list",
              "options",
              Tree.of(
                  "type",
                  "terms",
                  "multiselect",
                  true,
                  "dynamicOptions",
                  true,
                  "size",
                  50,
                  "order",
                  "desc"),
              "indexPatternRefName",
              "control_" + i + "_index_pattern"));
    }
    String title = (stream.equals("cost") ? "Cost" : "Usage") + " of";
    return new Panel(
        title,
        "",
        "",
        48,
        6,
        Tree.of(
            "title",
            title,
            "type",
            "input_control_vis",
            "aggs",
            List.of(),
            "params",
            Tree.of(
                "controls",
                controls,
                "updateFiltersOnChange",
                true,
                "useTimeFilter",
                true,
                "pinFilters",
                false)));
  }

  private static String stream(Boards.Board board) {
    return board.id().equals(Boards.COST) ? "cost" : "usage";
  }

  private static String title(String field) {
    return field.equals("model") ? "Model" : "Workspace";
  }

  private static String id(Panel panel) {
    return "outlay-"
        + panel.title().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("-$", "");
  }

  private static String patternId(String stream) {
    return "outlay-anthropic-" + stream.replace('_', '-');
  }

  private static Map<String, Object> reference(String name, String type, String id) {
    return Tree.of("name", name, "type", type, "id", id);
  }

  /** Fills rows of 48 columns from left to right. */
  private static final class Places {
    private int x;
    private int y;
    private int deep;

    Map<String, Object> next(Panel panel, String number) {
      if (x + panel.width() > 48) {
        x = 0;
        y += deep;
        deep = 0;
      }
      Map<String, Object> place =
          Tree.of("x", x, "y", y, "w", panel.width(), "h", panel.height(), "i", number);
      x += panel.width();
      deep = Math.max(deep, panel.height());
      return place;
    }
  }
}
