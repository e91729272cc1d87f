package dev.outlay.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outlay.destination.Destination;
import dev.outlay.failure.Failure.KeepFailed;
import dev.outlay.table.Scope;
import dev.outlay.table.Table;
import dev.outlay.table.Type;
import dev.outlay.testkit.DestinationContract;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest extends DestinationContract {
  @TempDir Path folder;

  @Override
  protected Destination open() {
    return Store.open(folder.resolve("test.duckdb"), StoreSettings.DEFAULT);
  }

  @Override
  protected String name() {
    return "store " + folder.resolve("test.duckdb");
  }

  @Override
  protected List<List<@Nullable Object>> rows(Destination destination, Table table) {
    String columns =
        table.columns().stream()
            .map(column -> '"' + column.name() + '"')
            .collect(Collectors.joining(", "));
    return Answer.of((Store) destination, "SELECT " + columns + " FROM \"" + table.name() + "\"")
        .rows();
  }

  @Test
  void whatTheReaderShouldNotHandOverIsRefusedByName() {
    prepare(ITEMS);
    assertThatThrownBy(() -> load(ITEMS, day(0), item(1, "a", 1)))
        .isInstanceOf(KeepFailed.class)
        .hasMessageContaining("a row of items lies outside of what was asked for by at");
    Table money = table("money", Table.Twins.EQUAL_ONLY, plain("amount", Type.CENTS));
    prepare(money);
    assertThatThrownBy(() -> load(money, Scope.EVERYTHING, row(new BigDecimal("1E-19"))))
        .isInstanceOf(KeepFailed.class)
        .hasMessageContaining("amount has more than 18 decimals");
  }

  @Test
  void afterClosingEverythingSaysSo() {
    destination().close();
    assertThatThrownBy(() -> Answer.of((Store) destination(), "SELECT 1"))
        .isInstanceOf(KeepFailed.class)
        .hasMessageContaining(name() + ": running a query: the store is closed");
  }
}
