package dev.outlay.app;

import dev.outlay.cli.output.Golden;
import dev.outlay.connection.Connections;
import dev.outlay.schedule.Schedule;
import dev.outlay.server.Events;
import dev.outlay.server.api.ConnectionsApi;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServingTest {
  private static final Path DESCRIPTION = Path.of("../docs/reference/openapi.json");
  @TempDir private Path folder = Path.of("");

  @Test
  void theDescriptionSaysWhatIsServed() throws IOException {
    App app =
        new App(Config.read(Flags.NONE, Map.of("OUTLAY_STORE", "s.duckdb", "HOME", "."), folder));
    try (SharedStore open = app.openStore("serve")) {
      Connections connections = app.connections(open.store());
      try (Schedule schedule = app.schedule(open.store(), connections)) {
        ConnectionsApi api = new ConnectionsApi(connections, schedule);
        Golden.check(DESCRIPTION, Serving.api(app, open, new Events(), api, "test").description());
      }
    }
  }
}
