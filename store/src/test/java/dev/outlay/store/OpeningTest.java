package dev.outlay.store;

import static dev.outlay.store.Fixture.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.outlay.failure.Failure.KeepFailed;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningTest {
  @TempDir private Path folder;

  @Test
  void whatIsNoStoreIsRefusedWithAdvice() throws IOException {
    refused(folder, "it is a folder");
    refused(folder.resolve("no/such.duckdb"), "its folder does not exist");
    Path text = Files.writeString(folder.resolve("text"), "I am not a database, but I am long.");
    refused(text, "the file is not a store");
    assertThat(text).hasContent("I am not a database, but I am long.");
  }

  @Test
  void aCutOrOverwrittenFileIsRefused() throws IOException {
    Path file = filled();
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.setLength(9000);
    }
    refused(file, "damaged");
    Path other = folder.resolve("other.duckdb");
    Store.open(other, StoreSettings.DEFAULT).close();
    try (RandomAccessFile bytes = new RandomAccessFile(other.toFile(), "rw")) {
      bytes.seek(100);
      bytes.write(new byte[8000]);
    }
    refused(other, "damaged");
  }

  /** Otherwise a run whose rows are all gone would end green. */
  @Test
  void aFileRemovedWhileOpenIsNoSuccess() throws IOException {
    Path file = folder.resolve("s.duckdb");
    Store store = Store.open(file, StoreSettings.DEFAULT);
    Files.delete(file);
    assertThatThrownBy(store::close)
        .isInstanceOf(KeepFailed.class)
        .hasMessageContaining("removed while it was open");
  }

  @Test
  void aStoreOfANewerVersionIsRefused() throws SQLException {
    Path file = filled();
    try (Connection connection =
            new DuckDBDriver().connect("jdbc:duckdb:" + file, new Properties());
        Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO app.meta VALUES (999)");
    }
    refused(file, "newer version");
  }

  @Test
  void anotherProcessFindsItBusy() throws Exception {
    Path file = folder.resolve("s.duckdb");
    try (Store _ = Store.open(file, StoreSettings.DEFAULT)) {
      Process other = Child.start(file, "once");
      assertThat(other.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(
              new String(
                  other.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
          .contains("busy " + ProcessHandle.current().pid());
    }
  }

  @Test
  void aKilledProcessLosesNothingItWasTold() throws Exception {
    Path file = folder.resolve("s.duckdb");
    for (int round = 0; round < 3; round++) {
      Process child = Child.start(file, "forever");
      String last = Child.lastLineAfter(child, 1200);
      child.destroyForcibly().waitFor();
      try (Store store = Store.open(file, StoreSettings.DEFAULT)) {
        store.prepare(java.util.List.of(Fixture.COUNTS));
        long told = Long.parseLong(last);
        long kept = (Long) Answer.of(store, "SELECT max(value) FROM counts").cell();
        assertThat(kept).isBetween(told, told + 1);
        assertThat(Answer.of(store, "SELECT count(*) FROM counts WHERE value = " + kept).cell())
            .isEqualTo(2000L);
        assertThat(store.of("c", Fixture.SERIES).readAt()).contains(Fixture.DAY.plusSeconds(kept));
      }
    }
  }

  @Test
  void aFullDiskSaysSoAndKeepsWhatWasThere() throws Exception {
    Path file = folder.resolve("s.duckdb");
    Process child = Child.startPatient(file);
    Child.lastLineAfter(child, 0);
    assumeThat(Child.fill(child, 6_000_000)).isTrue();
    String said =
        new String(child.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(said).contains("failed store " + file + ":").contains("the disk is full");
    try (Store store = Store.open(file, StoreSettings.DEFAULT)) {
      store.prepare(java.util.List.of(Fixture.COUNTS));
      assertThat(Answer.of(store, "SELECT count(*) FROM counts").cell()).isEqualTo(2000L);
    }
  }

  private Path filled() {
    try (Fixture store = Fixture.in(folder)) {
      store.load("2026-03-10T08:00:00Z", count(1, "a", 1));
    }
    return folder.resolve("s.duckdb");
  }

  private static void refused(Path file, String why) {
    assertThatThrownBy(() -> Store.open(file, StoreSettings.DEFAULT))
        .isInstanceOf(KeepFailed.class)
        .hasMessageContaining("store " + file)
        .hasMessageContaining(why);
  }
}
