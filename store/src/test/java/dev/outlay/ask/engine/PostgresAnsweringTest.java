package dev.outlay.ask.engine;

import static dev.outlay.ask.engine.Ledger.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.ask.Explained;
import dev.outlay.ask.Figure;
import dev.outlay.ask.Reach;
import dev.outlay.store.Answers;
import dev.outlay.store.postgres.Exported;
import dev.outlay.store.postgres.Server;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same organisation, copied into PostgreSQL; only what was believed earlier is not there. */
class PostgresAnsweringTest extends AnsweringTest {
  private Server server;
  private String schema;

  @BeforeEach
  void copy() throws SQLException {
    server = Server.running();
    schema = server.schema();
    new Exported(server, schema).of(ledger.store().reads());
  }

  @Override
  Answers answers() {
    return server.answers(schema);
  }

  @Override
  Place place() {
    return Place.POSTGRES;
  }

  @Test
  @Override
  void aFigureSaysHowItCameToBe() {
    Explained explained =
        asking()
            .explain(
                of("measures=cost,tokens&by=workspace&grain=day&period=3d"),
                new Figure("cost", Optional.of(day("2026-11-20")), List.of("wrkspc_1")),
                Reach.ALL);
    assertThat(explained.value().map(Object::toString).orElse("")).startsWith("2.5");
    assertThat(explained.revisions()).isEmpty();
  }

  @Test
  @Override
  void whatWasBelievedThenIsNotMadeBetter() {
    fault("measures=cost&period=3d&as_of=2026-11-20", "only the store keeps that");
  }
}
