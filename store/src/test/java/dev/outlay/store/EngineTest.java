package dev.outlay.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.junit.jupiter.api.Test;

class EngineTest {
  /** Fails with a driver that does it in another way: then every start takes longer again. */
  @Test
  void theDriverHasTheMarkThatItToldTheFlightRecorder() throws ReflectiveOperationException {
    Field mark = Class.forName("org.duckdb.DuckDBMemoryMonitor").getDeclaredField("initialized");
    assertThat(mark.getType()).isEqualTo(boolean.class);
    assertThat(Modifier.isStatic(mark.getModifiers())).isTrue();
  }
}
