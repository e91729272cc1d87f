package dev.outlay.store;

import dev.outlay.destination.Destination;
import dev.outlay.table.Table;
import dev.outlay.testkit.DestinationContract;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
}
