package dev.outlay.destinations.panels;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One panel of a dashboard.
 *
 * @param stream the data stream it asks: usage, cost or rate_limit; or empty
 * @param width of 48 columns
 */
record Panel(
    String title, String meaning, String stream, int width, int height, Map<String, Object> state) {

  /** One figure. */
  static Panel number(String title, String meaning, String stream, Map<String, Object> metric) {
    return new Panel(
        title, meaning, stream, 12, 7, state(title, "metric", List.of(metric), Tree.of()));
  }

  /** A table of groups with totals. */
  static Panel table(String title, String meaning, String stream, List<Map<String, Object>> aggs) {
    return new Panel(
        title,
        meaning,
        stream,
        48,
        15,
        state(
            title,
            "table",
            aggs,
            Tree.of(
                "perPage", 20, "showTotal", true, "totalFunc", "sum", "showPartialRows", false)));
  }

  static Panel pie(String title, String meaning, String stream, List<Map<String, Object>> aggs) {
    return new Panel(
        title,
        meaning,
        stream,
        16,
        13,
        state(title, "pie", aggs, Tree.of("addTooltip", true, "addLegend", true, "isDonut", true)));
  }

  /**
   * Stacked bars.
   *
   * @param kind histogram for upright ones, horizontal_bar for lying ones
   */
  static Panel bars(
      String title,
      String meaning,
      String stream,
      String kind,
      int width,
      List<Map<String, Object>> aggs) {
    return new Panel(title, meaning, stream, width, 14, state(title, kind, aggs, axes(kind, aggs)));
  }

  /** Whatever can be said in Vega-Lite. */
  static Panel vega(String title, String meaning, int width, int height, Map<String, Object> spec) {
    return new Panel(
        title,
        meaning,
        "",
        width,
        height,
        Tree.of(
            "title",
            title,
            "type",
            "vega",
            "aggs",
            List.of(),
            "params",
            Tree.of("spec", Tree.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(spec))));
  }

  static Panel words(String title, String markdown) {
    return new Panel(
        title,
        "",
        "",
        48,
        5,
        Tree.of(
            "title",
            title,
            "type",
            "markdown",
            "aggs",
            List.of(),
            "params",
            Tree.of("markdown", markdown, "fontSize", 12, "openLinksInNewTab", false)));
  }

  private static Map<String, Object> state(
      String title, String type, List<Map<String, Object>> aggs, Map<String, Object> params) {
    List<Map<String, Object>> numbered = new ArrayList<>();
    for (int i = 0; i < aggs.size(); i++) {
      Map<String, Object> agg = Tree.of("id", "" + (i + 1), "enabled", true);
      agg.putAll(aggs.get(i));
      numbered.add(agg);
    }
    Map<String, Object> all = Tree.of("type", type);
    all.putAll(params);
    return Tree.of("title", title, "type", type, "aggs", numbered, "params", all);
  }

  private static Map<String, Object> axes(String kind, List<Map<String, Object>> aggs) {
    boolean lying = kind.equals("horizontal_bar");
    List<Object> series = new ArrayList<>();
    for (int i = 0; i < aggs.size(); i++) {
      if ("metric".equals(aggs.get(i).get("schema"))) {
        series.add(
            Tree.of(
                "show",
                true,
                "type",
                "histogram",
                "mode",
                "stacked",
                "data",
                Tree.of("id", "" + (i + 1), "label", ""),
                "valueAxis",
                "ValueAxis-1"));
      }
    }
    return Tree.of(
        "categoryAxes",
        List.of(axis("CategoryAxis-1", "category", lying ? "left" : "bottom")),
        "valueAxes",
        List.of(axis("ValueAxis-1", "value", lying ? "bottom" : "left")),
        "seriesParams",
        series,
        "addTooltip",
        true,
        "addLegend",
        true,
        "legendPosition",
        "right");
  }

  private static Map<String, Object> axis(String id, String type, String position) {
    return Tree.of(
        "id",
        id,
        "type",
        type,
        "position",
        position,
        "show",
        true,
        "scale",
        Tree.of("type", "linear"),
        "labels",
        Tree.of("show", true, "truncate", 100),
        "title",
        Tree.of());
  }
}
