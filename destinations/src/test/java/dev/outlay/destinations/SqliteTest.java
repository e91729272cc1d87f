package dev.outlay.destinations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outlay.destination.Address;
import dev.outlay.destination.Labelled;
import dev.outlay.destination.Mirror;
import dev.outlay.failure.Failure.KeepFailed;
import dev.outlay.table.Table;
import dev.outlay.testkit.MirrorContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteTest extends MirrorContract {
  @TempDir private static Path folder;

  private final Path file = folder.resolve("s" + System.identityHashCode(this) + ".db");

  @Override
  protected Mirror mirror() {
    return open("sqlite:///" + file);
  }

  @Override
  protected String name() {
    return "sqlite:////";
  }

  @Override
  protected List<List<@Nullable Object>> read(Table table) throws SQLException {
    try (Connection session = session()) {
      return JdbcRows.of(session, '"' + table.name() + '"', table, JdbcRows::texts);
    }
  }

  @Test
  void timesSortAndAreUnderstoodByTheEngine() throws SQLException {
    prepare(ITEMS);
    load(ITEMS, day(0), item(0, "a", 1));
    try (Connection session = session();
        Statement select = session.createStatement()) {
      ResultSet found =
          select.executeQuery("SELECT \"at\", unixepoch(\"at\"), typeof(value) FROM items");
      assertThat(found.next()).isTrue();
      assertThat(found.getString(1)).isEqualTo("2026-03-01T00:00:00.000000Z");
      assertThat(found.getLong(2)).isEqualTo(DAY.getEpochSecond());
      assertThat(found.getString(3)).isEqualTo("integer");
    }
  }

  @Test
  void aReaderInTheMiddleOfItsWorkHoldsNobodyUp() throws Exception {
    prepare(ITEMS);
    load(ITEMS, day(0), item(0, "a", 1));
    try (Connection session = session()) {
      session.setAutoCommit(false);
      assertThat(read(ITEMS, session)).hasSize(1);
      assertThat(load(ITEMS, day(0), item(0, "a", 1), item(0, "b", 1)).added()).isEqualTo(1);
      assertThat(read(ITEMS, session)).hasSize(1);
    }
    assertThat(rows(destination(), ITEMS)).hasSize(2);
  }

  @Test
  void aFileThatIsKeptLockedIsSaidInWords() throws SQLException {
    prepare(ITEMS);
    try (Connection other = session();
        Statement hold = other.createStatement();
        Mirror impatient = open("sqlite:///" + file + "?busy_timeout=100")) {
      hold.execute("BEGIN IMMEDIATE");
      Table labelled = Labelled.label(ITEMS);
      assertThatThrownBy(() -> impatient.begin(delivery(labelled, day(0))).commit(checkpoint()))
          .isInstanceOf(KeepFailed.class)
          .hasMessageContaining("another program writes to the file");
      hold.execute("ROLLBACK");
    }
    assertThat(load(ITEMS, day(0), item(0, "a", 1)).added()).isEqualTo(1);
  }

  @Test
  void whatIsNoDatabaseIsLeftAsItIs() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.txt"), "not a database\n".repeat(99));
    try (Mirror mirror = open("sqlite:///" + text)) {
      assertThatThrownBy(() -> mirror.prepare(List.of(ITEMS)))
          .isInstanceOf(KeepFailed.class)
          .hasMessageContaining("not a SQLite database");
    }
    assertThat(text).hasContent("not a database\n".repeat(99));
  }

  private static Mirror open(String address) {
    return new Sqlite().open(Address.of(address), InstantSource.system());
  }

  private Connection session() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  private static List<List<@Nullable Object>> read(Table table, Connection session)
      throws SQLException {
    return JdbcRows.of(session, '"' + table.name() + '"', table, JdbcRows::texts);
  }
}
