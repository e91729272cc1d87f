package dev.outlay.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.catalogue.Datasets;
import dev.outlay.table.Column;
import dev.outlay.table.Table;
import dev.outlay.table.Type;
import dev.outlay.table.Type.Decimal;
import dev.outlay.table.Type.Plain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The declared tables are the tables of the public contract. */
class SchemaTest {
  private static final Pattern TABLE =
      Pattern.compile("CREATE TABLE (\\w+) \\((.*?)\\);(.*?)(?=CREATE TABLE|\\z)", Pattern.DOTALL);
  private static final Pattern KEY = Pattern.compile("-- key: \\((.*?)\\)\\s*$", Pattern.MULTILINE);
  private static final Set<String> OF_THE_STORE = Set.of("coverage", "syncs");

  /**
   * A table of the contract: columns as {@code name TYPE}, and the names of the key where given.
   */
  private record Promised(List<String> columns, List<String> key) {}

  private static Map<String, Promised> contract() throws IOException {
    String sql = Files.readString(Path.of("../docs/reference/schema.sql"));
    Map<String, Promised> tables = new LinkedHashMap<>();
    for (Matcher table = TABLE.matcher(sql); table.find(); ) {
      Matcher key = KEY.matcher(table.group(3));
      tables.put(
          table.group(1),
          new Promised(columns(table.group(2)), key.find() ? names(key.group(1)) : List.of()));
    }
    return tables;
  }

  private static List<String> columns(String inside) {
    return Arrays.stream(inside.split(",(?![^(]*\\))")).map(String::strip).toList();
  }

  private static List<String> names(String key) {
    List<String> names = new ArrayList<>();
    for (String name : key.split(",\\s*")) {
      if (name.equals("the nine dimensions")) {
        names.addAll(Datasets.named("usage_report").orElseThrow().cuts());
      } else if (!name.equals("ordinal among equals")) {
        names.add(name);
      }
    }
    return names;
  }

  private static Stream<Table> declared() {
    return Datasets.ALL.stream().map(Dataset::tables).flatMap(List::stream);
  }

  @TestFactory
  Stream<DynamicTest> everyTableHasTheColumnsTypesAndKeyItPromises() throws IOException {
    Map<String, Promised> contract = contract();
    return declared()
        .map(table ->
            DynamicTest.dynamicTest(
                table.name(),
                () -> {
                  assertThat(contract).containsKey(table.name());
                  same(
                      table,
                      contract.getOrDefault(table.name(), new Promised(List.of(), List.of())));
                }));
  }

  private static void same(Table table, Promised promised) {
    List<String> columns = new ArrayList<>(List.of("connection VARCHAR"));
    table.columns().forEach(column -> columns.add(column.name() + " " + sql(column.type())));
    assertThat(columns).isEqualTo(promised.columns());
    if (!promised.key().isEmpty()) {
      assertThat(new TreeSet<>(table.key().stream().map(Column::name).toList()))
          .isEqualTo(new TreeSet<>(promised.key()));
    }
  }

  private static String sql(Type type) {
    return switch (type) {
      case Plain.TEXT -> "VARCHAR";
      case Plain.INTEGER -> "BIGINT";
      case Plain.BOOLEAN -> "BOOLEAN";
      case Plain.INSTANT -> "TIMESTAMPTZ";
      case Plain.DATE -> "DATE";
      case Plain.JSON -> "JSON";
      case Decimal(int precision, int scale) -> "DECIMAL(" + precision + "," + scale + ")";
    };
  }

  @Test
  void noTableOfTheContractIsMissing() throws IOException {
    Set<String> promised = new TreeSet<>(contract().keySet());
    promised.removeAll(OF_THE_STORE);
    assertThat(new TreeSet<>(declared().map(Table::name).toList())).isEqualTo(promised);
  }

  @Test
  void theKeysOfTheContractAreRead() throws IOException {
    Map<String, Promised> contract = contract();
    assertThat(contract)
        .hasEntrySatisfying(
            "rate_limits",
            table ->
                assertThat(table.key())
                    .containsExactly("limit_id", "group_id", "group_type", "limiter"))
        .hasEntrySatisfying("usage_report", table -> assertThat(table.key()).hasSize(12));
    assertThat(contract.values()).filteredOn(table -> table.key().isEmpty()).hasSize(6);
  }
}
