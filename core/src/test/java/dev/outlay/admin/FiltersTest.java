package dev.outlay.admin;

import static dev.outlay.Cases.seeded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.catalogue.Datasets;
import dev.outlay.table.Scope;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FiltersTest {
  private static final Dataset COST = Datasets.named("cost_report").orElseThrow();
  private static final Dataset USAGE = Datasets.named("usage_report").orElseThrow();

  @Test
  void equalFiltersAreEqualTextsAndComeBackFromThem() {
    List<String> names = List.of("models[]", "workspace_ids[]", "context_window[]", "speeds[]");
    seeded(
        500,
        random -> {
          Map<String, Set<String>> values = new HashMap<>();
          for (int i = random.nextInt(8); i >= 0; i--) {
            String name = names.get(random.nextInt(names.size()));
            values.computeIfAbsent(name, _ -> new HashSet<>()).add("v" + random.nextInt(9));
          }
          String text = new Filters(values).text();
          assertThat(Filters.parse(text).values()).isEqualTo(values);
          assertThat(Filters.parse(text).text()).isEqualTo(text);
        });
  }

  @Test
  void aFilterIsSortedText() {
    assertThat(
            new Filters(Map.of("models[]", Set.of("b", "a"), "api_key_ids[]", Set.of("k"))).text())
        .isEqualTo("api_key_ids[]=k;models[]=a,b");
    assertThat(Filters.parse("").text()).isEmpty();
  }

  @Test
  void onlyWhatATableHasAColumnForCounts() {
    Map<String, Set<String>> wanted =
        Map.of("models[]", Set.of("a"), "api_key_ids[]", Set.of("k"), "speeds[]", Set.of());
    assertThat(Filters.on(COST, wanted).text()).isEqualTo("models[]=a");
    assertThat(Filters.on(USAGE, wanted).text()).isEqualTo("api_key_ids[]=k;models[]=a");
  }

  @Test
  void theScopeIsAsNarrowAsTheFilter() {
    assertThat(Filters.parse("context_window[]=0-200k;inference_geos[]=us,global").conditions())
        .containsExactlyInAnyOrder(
            new Scope.Among("context_window", Set.of("0-200k")),
            new Scope.Among("inference_geo", Set.of("us", "global")));
  }

  @Test
  void rowsPassWhenEveryFilterNamesTheirValue() {
    Filters filters = Filters.parse("models[]=a,b;workspace_ids[]=w");
    assertThat(filters.passes(COST).test(row("a", "w"))).isTrue();
    assertThat(filters.passes(COST).test(row("c", "w"))).isFalse();
    assertThat(filters.passes(COST).test(row("a", null))).isFalse();
  }

  private static @Nullable Object[] row(@Nullable String model, @Nullable String workspace) {
    @Nullable Object[] row = new Object[COST.fields().size()];
    row[COST.table().indexOf("model")] = model;
    row[COST.table().indexOf("workspace_id")] = workspace;
    return row;
  }
}
