package dev.outlay.testkit.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.dataset.Dataset;
import dev.outlay.table.Column;
import dev.outlay.table.Table;
import dev.outlay.table.Type;
import dev.outlay.table.Type.Plain;
import java.time.LocalDate;

/** What a declaration must say. */
final class Declared {
  private static final String NAME = "[a-z][a-z0-9]*(_[a-z0-9]+)*";

  private Declared() {}

  static void documented(Dataset dataset) {
    assertThat(dataset.meaning()).matches("[A-Z].{10,100}\\.");
    assertThat(dataset.page()).startsWith("https://platform.claude.com/docs/");
    assertThat(dataset.readOn()).isAfter(LocalDate.of(2026, 1, 1));
    assertThat(dataset.path()).startsWith("/v1/organizations/");
  }

  static void named(Dataset dataset) {
    assertThat(dataset.tables()).isNotEmpty().allSatisfy(Declared::named);
  }

  private static void named(Table table) {
    assertThat(table.name()).matches(NAME);
    assertThat(table.meaning()).matches("[A-Z].{10,100}\\.");
    assertThat(table.key()).as("key of %s", table.name()).isNotEmpty();
    assertThat(table.columns()).allSatisfy(Declared::named);
  }

  private static void named(Column column) {
    assertThat(column.name()).matches(NAME).isNotEqualTo("connection");
    assertThat(column.meaning()).as(column.name()).isNotBlank().hasSizeLessThan(100);
    assertThat(column.name().endsWith("_cents")).isEqualTo(column.type().equals(Type.CENTS));
    assertThat(column.name().endsWith("_usd")).isEqualTo(column.type().equals(Type.USD));
    assertThat(column.name().startsWith("is_")).isEqualTo(column.type() == Plain.BOOLEAN);
    if (column.name().endsWith("_at")) {
      assertThat(column.type()).as(column.name()).isEqualTo(Plain.INSTANT);
    }
    if (column.name().contains("tokens")) {
      assertThat(column.type()).as(column.name()).isEqualTo(Plain.INTEGER);
    }
    if (column.type().equals(Type.CENTS)) {
      assertThat(column.meaning()).as(column.name()).contains("cents");
    }
  }
}
