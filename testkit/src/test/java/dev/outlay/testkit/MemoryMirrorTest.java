package dev.outlay.testkit;

import dev.outlay.destination.Mirror;
import dev.outlay.table.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The memory is one place as long as it is not closed. */
class MemoryMirrorTest extends MirrorContract {
  private final MemoryDestination memory = new MemoryDestination("memory");

  @Override
  protected Mirror mirror() {
    return memory;
  }

  @Override
  protected String name() {
    return "memory";
  }

  @Override
  protected List<List<@Nullable Object>> read(Table table) {
    return memory.rows(table);
  }
}
