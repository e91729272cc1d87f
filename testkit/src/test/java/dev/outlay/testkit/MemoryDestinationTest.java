package dev.outlay.testkit;

import dev.outlay.destination.Destination;
import dev.outlay.table.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

class MemoryDestinationTest extends DestinationContract {
  @Override
  protected Destination open() {
    return new MemoryDestination("memory");
  }

  @Override
  protected String name() {
    return "memory";
  }

  @Override
  protected List<List<@Nullable Object>> rows(Destination destination, Table table) {
    return ((MemoryDestination) destination).rows(table);
  }
}
