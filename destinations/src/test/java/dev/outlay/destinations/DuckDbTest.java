package dev.outlay.destinations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outlay.destination.Address;
import dev.outlay.destination.Mirror;
import dev.outlay.failure.Failure.KeepFailed;
import dev.outlay.table.Table;
import dev.outlay.testkit.MirrorContract;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDbTest extends MirrorContract {
  @TempDir private static Path folder;

  private final Path file = folder.resolve("d" + System.identityHashCode(this) + ".duckdb");

  @Override
  protected Mirror mirror() {
    return open("duckdb:///" + file);
  }

  @Override
  protected String name() {
    return "duckdb:////";
  }

  @Override
  protected List<List<@Nullable Object>> read(Table table) throws SQLException {
    try (Connection session = DuckDb.session(file)) {
      return JdbcRows.of(session, '"' + table.name() + '"', table);
    }
  }

  @Test
  void aFileThatAnotherProcessHasOpenIsSaidInWordsAndTakenUpAfterwards() throws Exception {
    prepare(ITEMS);
    Process other = holder();
    try (InputStream out = other.getInputStream()) {
      assertThat(out.read()).isEqualTo('o');
      assertThatThrownBy(() -> load(ITEMS, day(0), item(0, "a", 1)))
          .isInstanceOf(KeepFailed.class)
          .hasMessageContaining("open elsewhere, by process " + other.pid())
          .hasMessageContaining("close it there");
    } finally {
      other.getOutputStream().close();
      assertThat(other.waitFor()).isZero();
    }
    assertThat(load(ITEMS, day(0), item(0, "a", 1)).added()).isEqualTo(1);
  }

  @Test
  void theStoresOwnFileIsRefusedWhileTheStoreHasIt() throws Exception {
    try (Connection store = DuckDbHolder.attached(file)) {
      assertThat(store.isClosed()).isFalse();
      assertThatThrownBy(() -> prepare(ITEMS))
          .isInstanceOf(KeepFailed.class)
          .hasMessageContaining("open elsewhere");
    }
  }

  @Test
  void whatIsNoDatabaseIsLeftAsItIs() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.txt"), "not a database\n".repeat(999));
    try (Mirror mirror = open("duckdb:///" + text)) {
      assertThatThrownBy(() -> mirror.prepare(List.of(ITEMS)))
          .isInstanceOf(KeepFailed.class)
          .hasMessageContaining("not a DuckDB database");
    }
    assertThat(text).hasContent("not a database\n".repeat(999));
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    try (Mirror mirror = open("duckdb:///no/such/folder/here.duckdb")) {
      assertThatThrownBy(() -> mirror.prepare(List.of(ITEMS)))
          .isInstanceOf(KeepFailed.class)
          .hasMessageContaining("no/such/folder does not exist")
          .hasMessageContaining("four slashes");
    }
  }

  @Test
  void anAddressWithoutAFileIsRefused() {
    assertThatThrownBy(() -> open("duckdb://here.duckdb"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("duckdb:///here.db");
    assertThatThrownBy(() -> open("duckdb:///"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("name a file");
  }

  private static Mirror open(String address) {
    return new DuckDb().open(Address.of(address), InstantSource.system());
  }

  private Process holder() throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            DuckDbHolder.class.getName(),
            file.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
