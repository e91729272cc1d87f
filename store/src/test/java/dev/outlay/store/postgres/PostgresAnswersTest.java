package dev.outlay.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outlay.failure.Failure;
import dev.outlay.store.Answers;
import dev.outlay.store.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresAnswersTest {
  private Server server;
  private String schema;

  @BeforeEach
  void fill() throws SQLException {
    server = Server.running();
    schema = server.schema();
    server.run("CREATE TABLE " + table() + " AS SELECT 1 AS a");
  }

  @Test
  void aSnapshotSeesOneMoment() throws SQLException {
    try (Answers moment = server.answers(schema).snapshot()) {
      assertThat(Line.of(moment, "SELECT a FROM t")).hasSize(1);
      server.run("INSERT INTO " + table() + " VALUES (2)");
      assertThat(Line.of(moment, "SELECT a FROM t")).hasSize(1);
    }
    assertThat(Line.of(server.answers(schema), "SELECT a FROM t")).hasSize(2);
  }

  @Test
  void nothingCanBeWritten() {
    fails(
            server.answers(schema),
            "WITH x AS (INSERT INTO t VALUES (3) RETURNING a) SELECT * FROM x")
        .isInstanceOf(Failure.KeepFailed.class);
    assertThat(Line.of(server.answers(schema), "SELECT a FROM t")).hasSize(1);
  }

  @Test
  void onlyTheSchemaIsLookedInto() {
    fails(server.answers("elsewhere"), "SELECT a FROM t").hasMessageContaining("outlay export");
  }

  @Test
  void whatGoesWrongIsSaidWithAdvice() throws SQLException {
    fails(new PostgresAnswers(server.address("nowhere", schema)), "SELECT 1")
        .hasMessageContaining("there is no such database");
    fails(answers("postgresql://postgres:hush@localhost:1/postgres"), "SELECT 1")
        .hasMessageContaining("postgresql://localhost:1/postgres")
        .hasMessageContaining("cannot be reached")
        .message()
        .doesNotContain("hush");
    server.run(
        "CREATE ROLE nosy LOGIN; GRANT USAGE ON SCHEMA " + Server.quoted(schema) + " TO nosy");
    fails(as("nosy"), "SELECT a FROM t").hasMessageContaining("GRANT SELECT");
    server.run("ALTER ROLE nosy SET statement_timeout = 20");
    fails(as("nosy"), "SELECT pg_sleep(60)").hasMessageContaining("longer than it may");
  }

  @Test
  void aBackslashIsOneWhateverTheServerIsSetTo() throws SQLException {
    server.run(
        "CREATE ROLE old LOGIN; ALTER ROLE old SET standard_conforming_strings = off;"
            + " ALTER ROLE old SET TimeZone = 'Asia/Tokyo'");
    assertThat(
            Line.of(as("old"), "SELECT '\\', CAST(TIMESTAMPTZ '2026-01-01T23:00:00Z' AS DATE)")
                .getFirst())
        .satisfies(line -> assertThat(line.name(0)).isEqualTo("\\"))
        .satisfies(line -> assertThat(line.day(1)).contains(LocalDate.of(2026, 1, 1)));
  }

  @Test
  void aPasswordIsGivenByTheAddressOrBesideIt() throws SQLException, IOException {
    server.run("CREATE ROLE careful LOGIN PASSWORD 'open sesame'");
    ask("careful");
    String host = host("careful");
    fails(answers(host), "SELECT 1").hasMessageContaining("password");
    fails(answers(host.replace("careful@", "careful:hush@")), "SELECT 1")
        .isInstanceOf(Failure.Refused.class)
        .message()
        .doesNotContain("hush");
    assertThat(
            Line.of(
                new PostgresAnswers(PostgresAddress.of(host, Optional.of("open sesame"))),
                "SELECT 1"))
        .hasSize(1);
    assertThat(Line.of(answers(host.replace("careful@", "careful:open%20sesame@")), "SELECT 1"))
        .hasSize(1);
  }

  /** From now on, the role has to say its password. */
  private void ask(String role) throws SQLException, IOException {
    try (var connection = server.connection();
        var statement = connection.createStatement();
        var file = statement.executeQuery("SHOW hba_file")) {
      file.next();
      Path rules = Path.of(file.getString(1));
      Files.writeString(
          rules, "host all " + role + " all scram-sha-256\n" + Files.readString(rules));
    }
    server.run("SELECT pg_reload_conf()");
    Instant deadline = Instant.now().plusSeconds(20);
    while (isLetIn(role) && Instant.now().isBefore(deadline)) {
      Thread.onSpinWait();
    }
  }

  /** The server reads its rules again some time after it was told to. */
  private boolean isLetIn(String role) {
    try {
      return !Line.of(answers(host(role)), "SELECT 1").isEmpty();
    } catch (Failure _) {
      return false;
    }
  }

  private String host(String user) {
    return server.address("postgres", "public").toString().replace("://", "://" + user + "@");
  }

  private PostgresAnswers as(String user) {
    return answers(host(user) + "?schema=" + schema.replace("\"", "%22").replace(" ", "%20"));
  }

  private static PostgresAnswers answers(String address) {
    return new PostgresAnswers(PostgresAddress.of(address, Optional.empty()));
  }

  private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> fails(
      Answers answers, String sql) {
    return assertThatThrownBy(() -> Line.of(answers, sql)).isInstanceOf(Failure.class);
  }

  private String table() {
    return Server.quoted(schema) + ".t";
  }
}
