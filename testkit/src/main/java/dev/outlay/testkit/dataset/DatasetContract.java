package dev.outlay.testkit.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.Field;
import dev.outlay.dataset.From;
import dev.outlay.dataset.Paging;
import dev.outlay.failure.Failure;
import dev.outlay.table.Column;
import dev.outlay.table.Table;
import dev.outlay.table.Table.Twins;
import dev.outlay.table.Type.Plain;
import dev.outlay.testkit.Golden;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/**
 * What every dataset must keep, derived from its declaration and its fixture. A dataset added to
 * the list is held to all of it without a line of test; the golden files beside the pages are
 * renewed with {@code -Dgolden=renew}.
 */
public abstract class DatasetContract {
  private static final String FUTURE = "a_field_from_the_future";

  /** The datasets to hold to it. */
  protected abstract List<Dataset> datasets();

  /** The folder with a folder for each dataset. */
  protected abstract Path fixtures();

  @TestFactory
  Stream<DynamicContainer> everyDatasetKeepsTheContract() {
    return datasets().stream()
        .map(dataset ->
            DynamicContainer.dynamicContainer(
                dataset.name(),
                Stream.concat(
                    declared(dataset),
                    Fixture.of(dataset, fixtures()).stream().flatMap(this::read))));
  }

  private Stream<DynamicTest> declared(Dataset dataset) {
    return Stream.of(
        test("says what it is and where that was read", () -> Declared.documented(dataset)),
        test("has legal names, units and keys", () -> Declared.named(dataset)),
        test("has a fixture", () -> assertThat(Fixture.of(dataset, fixtures())).isNotEmpty()));
  }

  private Stream<DynamicTest> read(Fixture fixture) {
    return Stream.of(
            test("rows are as they were reviewed", () -> with(fixture, this::golden)),
            test("an unknown new field changes nothing", () -> with(fixture, this::unknownField)),
            test("a wrong kind of value is named", () -> with(fixture, this::wrongKind)),
            test("a missing field is null or named", () -> with(fixture, this::missing)),
            test("an empty page has no rows", () -> with(fixture, this::empty)),
            test("three pages have the same rows", () -> with(fixture, this::threePages)))
        .map(test ->
            fixture.version().isEmpty()
                ? test
                : DynamicTest.dynamicTest(
                    test.getDisplayName() + " in " + fixture.version(), test.getExecutable()));
  }

  private static DynamicTest test(String name, Executable body) {
    return DynamicTest.dynamicTest(name, body);
  }

  private interface Check {
    void run(Fixture fixture, FixtureApi api);
  }

  private static void with(Fixture fixture, Check check) {
    try (FixtureApi api = new FixtureApi(fixture)) {
      check.run(fixture, api);
    }
  }

  private void golden(Fixture fixture, FixtureApi api) {
    Kept kept = api.read(fixture.pages());
    Dataset dataset = fixture.dataset();
    assertThat(kept.pages()).isGreaterThanOrEqualTo(fixture.pages().size());
    for (Table table : dataset.tables()) {
      boolean main = table.name().equals(dataset.name());
      Golden.check(fixture.file(main ? "rows" : table.name(), ".csv"), kept.csv(table));
      if (fixture.version().isEmpty()) {
        everyColumnIsFilledOnce(table, kept);
      }
      keysAreUnique(table, kept);
    }
  }

  private static void everyColumnIsFilledOnce(Table table, Kept kept) {
    List<String> never =
        IntStream.range(0, table.columns().size())
            .filter(i -> kept.rows(table).stream().allMatch(row -> row.get(i) == null))
            .mapToObj(i -> table.columns().get(i).name())
            .toList();
    assertThat(never).as("columns of %s that the fixture never fills", table.name()).isEmpty();
  }

  private static void keysAreUnique(Table table, Kept kept) {
    List<List<@Nullable Object>> keys = new ArrayList<>();
    for (List<@Nullable Object> row : kept.rows(table)) {
      List<@Nullable Object> key = new ArrayList<>();
      table.key().forEach(column -> key.add(row.get(table.indexOf(column.name()))));
      keys.add(key);
    }
    if (table.twins() == Twins.EQUAL_ONLY) {
      assertThat(new HashSet<>(keys)).as("keys of %s", table.name()).hasSize(keys.size());
    }
  }

  private void unknownField(Fixture fixture, FixtureApi api) {
    Map<String, @Nullable Object> body = fixture.whole();
    Map<String, Object> news = Map.of("nested", List.of("new"));
    Items.of(fixture, body).outer().forEach(outer -> outer.put(FUTURE, news));
    Items.of(fixture, body).items().forEach(item -> item.put(FUTURE, news));
    body.put(FUTURE, news);
    Kept kept = api.read(List.of(body));
    assertThat(rows(fixture, kept)).isEqualTo(rows(fixture, api));
    assertThat(kept.unknown()).anyMatch(name -> name.endsWith(FUTURE));
  }

  private void wrongKind(Fixture fixture, FixtureApi api) {
    Map<String, @Nullable Object> body = fixture.whole();
    List<List<@Nullable Object>> right = typed(fixture, rows(fixture, api));
    for (List<Object> leaf : Places.leaves(body)) {
      List<Map<String, @Nullable Object>> wrong = List.of(Places.withWrongKind(body, leaf));
      String name = Places.names(leaf);
      try {
        List<List<@Nullable Object>> rows = typed(fixture, rows(fixture, api.read(wrong)));
        assertThat(rows)
            .as("another kind of value at %s is not passed over", name)
            .isEqualTo(right);
      } catch (Failure.Unreadable unreadable) {
        assertThat(unreadable).hasMessageContaining(name.substring(name.lastIndexOf('.') + 1));
      }
    }
  }

  private void missing(Fixture fixture, FixtureApi api) {
    for (int i = 0; i < fixture.dataset().fields().size(); i++) {
      Field field = fixture.dataset().fields().get(i);
      switch (field.from()) {
        case From.Item(var spellings, var needed) ->
            missing(fixture, api, i, spellings, needed, Items::items);
        case From.Outer(var spellings, var needed) ->
            missing(fixture, api, i, spellings, needed, Items::outer);
        case From.Asked _, From.Worked _ -> {}
      }
    }
  }

  private interface Where {
    List<Map<String, @Nullable Object>> in(Items items);
  }

  private static void missing(
      Fixture fixture,
      FixtureApi api,
      int column,
      List<List<String>> spellings,
      boolean needed,
      Where where) {
    Map<String, @Nullable Object> body = fixture.whole();
    List<Map<String, @Nullable Object>> objects = where.in(Items.of(fixture, body));
    objects.forEach(each -> spellings.forEach(path -> Places.remove(each, path)));
    if (needed) {
      Failure.Unreadable failure =
          catchThrowableOfType(Failure.Unreadable.class, () -> api.read(List.of(body)));
      assertThat(failure).as("without %s", spellings).isNotNull();
      assertThat(failure).hasMessageContaining(spellings.getFirst().getLast());
    } else {
      assertThat(ofList(fixture, api.read(List.of(body))))
          .as("without %s", spellings)
          .isNotEmpty()
          .allMatch(row -> row.get(column) == null);
    }
  }

  /** The rows of the list itself, without those that are looked up one by one. */
  private static List<List<@Nullable Object>> ofList(Fixture fixture, Kept kept) {
    List<List<@Nullable Object>> rows = kept.rows(fixture.dataset().table());
    return fixture.dataset().lookup().isEmpty() ? rows : rows.subList(0, rows.size() - 1);
  }

  private void empty(Fixture fixture, FixtureApi api) {
    Map<String, @Nullable Object> body = fixture.whole();
    if (fixture.dataset().items().size() == 2) {
      String inner = fixture.dataset().items().getLast();
      Tree.objects(body.get("data")).forEach(outer -> outer.put(inner, new ArrayList<>()));
    } else {
      body.computeIfPresent("data", (_, _) -> new ArrayList<>());
    }
    if (!fixture.dataset().items().isEmpty() && fixture.dataset().lookup().isEmpty()) {
      assertThat(rows(fixture, api.read(List.of(body)))).isEmpty();
    }
    body.remove(fixture.dataset().items().stream().findFirst().orElse("id"));
    assertThat(catchThrowableOfType(Failure.Unreadable.class, () -> api.read(List.of(body))))
        .as("no list is not an empty one")
        .isNotNull();
  }

  private void threePages(Fixture fixture, FixtureApi api) {
    if (fixture.dataset().paging() != Paging.NONE) {
      assertThat(fixture.spread(3)).as("items enough").noneMatch(DatasetContract::bare);
      assertThat(rows(fixture, api.read(fixture.spread(3)))).isEqualTo(rows(fixture, api));
    }
  }

  private static boolean bare(Map<String, @Nullable Object> page) {
    return Tree.objects(page.get("data")).isEmpty();
  }

  private static List<List<@Nullable Object>> rows(Fixture fixture, FixtureApi api) {
    return rows(fixture, api.read(List.of(fixture.whole())));
  }

  private static List<List<@Nullable Object>> rows(Fixture fixture, Kept kept) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    fixture.dataset().tables().forEach(table -> rows.addAll(kept.rows(table)));
    return rows;
  }

  /** The rows without their columns of JSON, which take whatever comes. */
  private static List<List<@Nullable Object>> typed(
      Fixture fixture, List<List<@Nullable Object>> rows) {
    List<Column> columns = fixture.dataset().table().columns();
    List<List<@Nullable Object>> typed = new ArrayList<>();
    for (List<@Nullable Object> row : rows) {
      List<@Nullable Object> cells = new ArrayList<>(row);
      IntStream.range(0, row.size())
          .filter(i -> row.size() == columns.size() && columns.get(i).type() == Plain.JSON)
          .forEach(i -> cells.set(i, "json"));
      typed.add(cells);
    }
    return typed;
  }
}
