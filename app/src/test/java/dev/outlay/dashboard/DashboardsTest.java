package dev.outlay.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outlay.app.setting.WrongUse;
import dev.outlay.app.setting.YamlFile;
import dev.outlay.ask.catalogue.Everything;
import dev.outlay.dashboard.Dashboard.ManagedIn;
import dev.outlay.store.Store;
import dev.outlay.store.StoreSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DashboardsTest {
  private static final WidgetRules RULES = new WidgetRules(Everything.CATALOGUE);
  private static final String SPEND =
      """
      dashboards:
        ai:
          title: AI spend
          widgets:
            spend_mtd:
              kind: stat
              title: Anthropic spend (last 30d)
              window: 30d
              measure: anthropic_cost_usd
              compare: previous
            by_model:
              kind: timeseries
              title: By model
              measure: [cost]
              by: [model]
              where: workspace = "Research, deep" and model ~ opus
              limit: 8
      """;

  @TempDir private Path folder;

  @Test
  void aWidgetIsAnAskInTheWordsOfTheFile() {
    Dashboard dashboard = read(SPEND).getFirst();
    assertThat(dashboard.title()).isEqualTo("AI spend");
    assertThat(dashboard.widgets().get(0).ask().texts())
        .containsEntry("measures", "anthropic_cost_usd")
        .containsEntry("period", "30d")
        .containsEntry("compare", "previous");
    assertThat(dashboard.widgets().get(1).ask().texts())
        .containsEntry("by", "model")
        .containsEntry("grain", "day")
        .containsEntry("where", "workspace = \"Research, deep\" and model ~ opus");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anthropic_input_tokens",
        "anthropic_output_tokens",
        "anthropic_cache_read_tokens",
        "anthropic_cache_creation_tokens",
        "anthropic_web_search_requests",
        "anthropic_cost_usd"
      })
  void theSixDailySeriesHaveTheirNames(String measure) {
    assertThat(widget("kind: stat, measure: " + measure).ask().measures()).containsExactly(measure);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kind: stat, measure: costs | did you mean cost?",
        "kind: bar, measure: cost, by: modle | did you mean model?",
        "kind: bar, measure: cost, by: terminal | cost is not known by terminal",
        "kind: stat, title: Spend (last 7 days), window: 30d, measure: cost | promises 7d",
        "kind: stat, measure: cost, by: model | a stat is one figure",
        "kind: stat, measure: tokens, format: money | cannot be written as money",
        "kind: pie, measure: cost | kind takes stat, timeseries, bar, table",
        "kind: stat, mesure: cost | did you mean measure?",
        "kind: stat | name a measure",
        "measure: cost | has no kind"
      })
  void whatIsWrongIsSaidWithItsPlaceAndTheWidget(String widget, String said) {
    assertThatThrownBy(() -> widget(widget))
        .isInstanceOf(WrongUse.class)
        .hasMessageContaining("outlay.yml line 3: widget w")
        .hasMessageContaining(said);
  }

  @Test
  void aSavedDashboardIsReadAgainAsItWas() {
    try (Store store = Store.open(folder.resolve("s.duckdb"), StoreSettings.DEFAULT)) {
      Dashboards dashboards = new Dashboards(List.of(), store.documents(), RULES);
      Dashboard saved = dashboards.save(read(SPEND).getFirst());
      assertThat(saved.managedIn()).isEqualTo(ManagedIn.STORE);
      assertThat(dashboards.all()).containsExactly(saved);
      assertThat(saved.widgets()).isEqualTo(read(SPEND).getFirst().widgets());
      assertThat(dashboards.remove("ai")).isTrue();
      assertThat(dashboards.all()).isEmpty();
    }
  }

  @Test
  void whatTheFileHasIsChangedInTheFile() {
    try (Store store = Store.open(folder.resolve("s.duckdb"), StoreSettings.DEFAULT)) {
      Dashboards dashboards = new Dashboards(read(SPEND), store.documents(), RULES);
      assertThatThrownBy(() -> dashboards.save(read(SPEND).getFirst()))
          .hasMessageContaining("managed in outlay.yml");
      assertThatThrownBy(() -> dashboards.remove("ai"))
          .hasMessageContaining("managed in outlay.yml");
    }
  }

  @Test
  void theExportCanBePastedIntoTheFile() {
    Dashboard dashboard = read(SPEND).getFirst();
    assertThat(read(new DashboardYaml(dashboard).text())).containsExactly(dashboard);
  }

  private static Widget widget(String fields) {
    return read("dashboards:\n  d:\n    widgets: { w: { " + fields + " } }\n")
        .getFirst()
        .widgets()
        .getFirst();
  }

  private static List<Dashboard> read(String yaml) {
    return new DashboardFields(ManagedIn.FILE, RULES)
        .read(
            Objects.requireNonNull(
                new YamlFile("outlay.yml").read(yaml).fields().get("dashboards")));
  }
}
