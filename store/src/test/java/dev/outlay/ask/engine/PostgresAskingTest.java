package dev.outlay.ask.engine;

import dev.outlay.ask.Answer;
import dev.outlay.ask.Ask;
import dev.outlay.ask.Reach;
import dev.outlay.ask.catalogue.Everything;
import dev.outlay.destination.Destination;
import dev.outlay.store.Store;
import dev.outlay.store.StoreSettings;
import dev.outlay.store.postgres.Exported;
import dev.outlay.store.postgres.Server;
import dev.outlay.testkit.ask.AskContract;
import dev.outlay.testkit.ask.Told;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What is loaded goes into a store, is copied into PostgreSQL, and is asked there. */
class PostgresAskingTest extends AskContract {
  @TempDir private Path folder;
  private Server server;
  private Store store;
  private String schema;
  private long copied;

  @BeforeEach
  void open() throws SQLException {
    server = Server.running();
    schema = server.schema();
    store = Store.open(folder.resolve("s.duckdb"), StoreSettings.DEFAULT);
    copied = -1;
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  protected Destination store() {
    return store;
  }

  @Override
  protected boolean keepsHistory() {
    return false;
  }

  @Override
  protected Told ask(Map<String, String> texts) {
    copy();
    Answer answer =
        new StoreAsking(
                server.answers(schema),
                Place.POSTGRES,
                Everything.CATALOGUE,
                Prices.NONE,
                InstantSource.fixed(NOW),
                () -> 0)
            .answer(Ask.of(texts), Reach.ALL);
    return StoreAskingTest.told(answer);
  }

  private void copy() {
    if (copied != store.version()) {
      try {
        new Exported(server, schema).of(store.reads());
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      copied = store.version();
    }
  }
}
