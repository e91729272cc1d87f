package dev.outlay.destinations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outlay.destination.Address;
import dev.outlay.destination.DestinationKind;
import dev.outlay.destination.Mirror;
import dev.outlay.failure.Failure.KeepFailed;
import dev.outlay.table.Column;
import dev.outlay.table.Table;
import dev.outlay.table.Type;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for folders of every format, seen from outside. */
class FolderTest {
  private static final Table ROWS = FileLoads.table();
  @TempDir Path temporary = Path.of("");

  @Test
  void whoeverReadsWhileLoadsComeSeesOneLoadOrIsTold() throws Exception {
    try (Mirror mirror = parquet("")) {
      FileLoads.fill(mirror, ROWS, 0);
      AtomicBoolean over = new AtomicBoolean();
      Thread writer = Thread.ofPlatform().start(() -> write(mirror, over));
      int seen = 0;
      while (!over.get() || seen == 0) {
        seen += look() ? 1 : 0;
      }
      writer.join();
      assertThat(look()).isTrue();
    }
  }

  private static void write(Mirror mirror, AtomicBoolean over) {
    try {
      for (int load = 1; load <= 20; load++) {
        FileLoads.fill(mirror, ROWS, load);
      }
    } finally {
      over.set(true);
    }
  }

  /** Whether it could be read: a file that went away in between is said, never passed over. */
  private boolean look() {
    try {
      assertThat(asked("SELECT count(DISTINCT load) || ' of ' || count(*) FROM " + all()))
          .isEqualTo("1 of " + FileLoads.ROWS);
      return true;
    } catch (SQLException e) {
      assertThat(String.valueOf(e.getMessage()))
          .matches("(?s).*(No such file|No files found|Cannot open).*");
      return false;
    }
  }

  private String all() {
    return "read_parquet('" + folder() + "/rows/*.parquet')";
  }

  @Test
  void theManifestNamesTheFilesOfOneLoad() throws Exception {
    try (Mirror mirror = parquet("?layout=hive")) {
      FileLoads.fill(mirror, ROWS, 3);
    }
    String files =
        "SELECT list(concat('"
            + folder()
            + "/', t.folder, '/', f.path)) FROM (SELECT unnest(tables) AS t FROM read_json('"
            + folder()
            + "/_manifest.json')), unnest(t.files) AS u(f) WHERE t.name = 'rows'";
    assertThat(
            asked(
                "SELECT count(*) || ' in ' || count(DISTINCT date) FROM "
                    + "read_parquet(getvariable('files'), hive_partitioning = true)",
                "SET VARIABLE files = (" + files + ")"))
        .isEqualTo(FileLoads.ROWS + " in " + FileLoads.DAYS);
  }

  @Test
  void daysAreFoundAsPartitionsWhereThatIsAskedFor() throws Exception {
    try (Mirror mirror = parquet("?layout=hive")) {
      FileLoads.fill(mirror, ROWS, 3);
    }
    assertThat(
            asked(
                "SELECT count(*) FROM read_parquet('"
                    + folder()
                    + "/rows/**/*.parquet', hive_partitioning = true)"
                    + " WHERE date = DATE '2026-03-02' AND CAST(bucket_start AS DATE) = date"))
        .isEqualTo("" + FileLoads.ROWS / FileLoads.DAYS);
  }

  @Test
  void onlyTheDayThatDiffersIsWrittenAnew() throws Exception {
    try (Mirror mirror = parquet("")) {
      FileLoads.fill(mirror, ROWS, 1);
      List<String> before = names(folder().resolve("rows"));
      FileLoads.amend(mirror, ROWS, 1, 9);
      List<String> after = names(folder().resolve("rows"));
      assertThat(after).hasSameSizeAs(before);
      assertThat(after.stream().filter(before::contains)).hasSize(FileLoads.DAYS - 1);
    }
  }

  @Test
  void aLoadWithNothingNewWritesNothing() throws Exception {
    try (Mirror mirror = parquet("")) {
      FileLoads.fill(mirror, ROWS, 1);
      var before = Files.getLastModifiedTime(folder().resolve("_manifest.json"));
      String text = Files.readString(folder().resolve("_manifest.json"));
      FileLoads.fill(mirror, ROWS, 1);
      assertThat(Files.readString(folder().resolve("_manifest.json"))).isEqualTo(text);
      assertThat(Files.getLastModifiedTime(folder().resolve("_manifest.json"))).isEqualTo(before);
    }
  }

  @Test
  void whoIsKilledLeavesOneLoadAndTheNextGoesOn() throws Exception {
    for (Callable<Boolean> moment : List.<Callable<Boolean>>of(this::filesWait, this::isBuilt)) {
      Process writer = FileLoads.inAProcessOfItsOwn("parquet://" + folder(), 1000);
      FileLoads.awaitLine(writer);
      await(moment);
      writer.destroyForcibly().waitFor();
      assertThat(asked("SELECT count(DISTINCT load) || ' of ' || count(*) FROM " + all()))
          .isEqualTo("1 of " + FileLoads.ROWS);
    }
    try (Mirror mirror = parquet("")) {
      mirror.prepare(List.of(ROWS));
      FileLoads.fill(mirror, ROWS, 99_999);
    }
    assertThat(asked("SELECT max(load) || ' ' || count(*) FROM " + all()))
        .isEqualTo("99999 " + FileLoads.ROWS);
    assertThat(names(folder().resolve("_outlay/work"))).isEmpty();
    assertThat(names(folder().resolve("_outlay/tables/rows"))).hasSizeLessThanOrEqualTo(2);
  }

  private static void await(Callable<Boolean> moment) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!moment.call() && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  private boolean filesWait() throws IOException {
    try (Stream<Path> all = Files.walk(folder().resolve("_outlay/work"))) {
      return all.anyMatch(each -> each.toString().endsWith(".parquet"));
    } catch (UncheckedIOException _) {
      return false; // It changed while it was looked at.
    }
  }

  /** Whether there is a generation that no reader is led to yet. */
  private boolean isBuilt() throws IOException {
    String shown = Files.readSymbolicLink(folder().resolve("rows")).getFileName().toString();
    return names(folder().resolve("_outlay/tables/rows")).getLast().compareTo(shown) > 0;
  }

  @Test
  void aFolderOfSomebodyElseIsLeftAlone() throws IOException {
    Files.createDirectories(folder());
    Files.writeString(folder().resolve("letters.txt"), "mine");
    refused("", "letters.txt", "not written by this program");
    assertThat(names(folder())).containsExactly("letters.txt");
  }

  @Test
  void aNameThatSomebodyElseTookIsSaid() throws IOException {
    try (Mirror mirror = parquet("")) {
      mirror.prepare(List.of());
    }
    Files.createDirectories(folder().resolve("rows"));
    refused("", "rows", "not written by this program");
  }

  @Test
  void aFileInThePlaceOfTheFolderIsSaid() throws IOException {
    Files.writeString(folder(), "a file");
    refused("", "a file in the place of the folder");
  }

  @Test
  void aFileOnTheWayToTheFolderIsSaid() throws IOException {
    Files.writeString(temporary.resolve("file"), "a file");
    try (Mirror mirror =
        new Parquet()
            .open(Address.of("parquet://" + temporary + "/file/out"), InstantSource.system())) {
      assertThatThrownBy(() -> mirror.prepare(List.of(ROWS)))
          .isInstanceOf(KeepFailed.class)
          .hasMessageContaining("a file in the place of a folder");
    }
  }

  @Test
  void aFolderThatMayNotBeWrittenIsSaid() {
    Path closed = Path.of("/proc/outlay");
    Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc")), "NOT RUN: there is no /proc here");
    try (Mirror mirror =
        new Parquet().open(Address.of("parquet://" + closed), InstantSource.system())) {
      assertThatThrownBy(() -> mirror.prepare(List.of(ROWS)))
          .isInstanceOf(KeepFailed.class)
          .hasMessageContaining("parquet:///proc/outlay");
    }
  }

  @Test
  void aFullDiskLeavesTheStateBefore() throws Exception {
    Path small = SmallDisk.orNotRun(temporary.resolve("small"));
    try (Mirror mirror =
        new Csv().open(Address.of("csv://" + small + "/out"), InstantSource.system())) {
      FileLoads.fill(mirror, ROWS, 1);
      assertThatThrownBy(() -> FileLoads.fillMany(mirror, ROWS, 300_000))
          .isInstanceOf(KeepFailed.class)
          .hasMessageContaining("no room left")
          .hasMessageContaining("Make room");
      FileLoads.fill(mirror, ROWS, 2);
    } finally {
      SmallDisk.release(small);
    }
  }

  @Test
  void aFolderBegunAsSomethingElseIsSaid() {
    try (Mirror mirror = parquet("")) {
      mirror.prepare(List.of(ROWS));
    }
    refused("?layout=hive", "begun as parquet with layout=flat");
    try (Mirror csv = new Csv().open(Address.of("csv://" + folder()), InstantSource.system())) {
      assertThatThrownBy(() -> csv.prepare(List.of(ROWS)))
          .isInstanceOf(KeepFailed.class)
          .hasMessageContaining("begun as parquet");
    }
  }

  @Test
  void filesThatWereRemovedComeAgain() throws Exception {
    try (Mirror mirror = parquet("")) {
      FileLoads.fill(mirror, ROWS, 1);
      try (Stream<Path> files = Files.list(folder().resolve("rows"))) {
        Files.delete(files.findFirst().orElseThrow().toRealPath());
      }
      mirror.prepare(List.of(ROWS));
      assertThat(mirror.connections()).isEmpty();
      FileLoads.fill(mirror, ROWS, 2);
    }
    assertThat(asked("SELECT count(*) FROM " + all())).isEqualTo("" + FileLoads.ROWS);
  }

  @Test
  void nullIsToldFromEmptyTextAndNothingIsRounded() throws Exception {
    Table cells =
        new Table(
            "cells",
            "Cells of a test.",
            List.of(
                new Column("row_id", Type.Plain.TEXT, true, "Its name."),
                new Column("text", Type.Plain.TEXT, false, "A text."),
                new Column("cents", Type.CENTS, false, "Money.")),
            Table.Twins.EQUAL_ONLY);
    for (DestinationKind kind : List.of(new Csv(), new JsonLines())) {
      Path folder = temporary.resolve(kind.getClass().getSimpleName());
      String address = kind.schemes().iterator().next() + "://" + folder;
      try (Mirror mirror = kind.open(Address.of(address), InstantSource.system())) {
        mirror.prepare(List.of(cells));
        FileLoads.load(
            mirror,
            cells,
            new Object[] {"a", "", new BigDecimal("0.100000000000000001")},
            FileLoads.row("b", null, null));
      }
    }
    assertThat(text("Csv")).isEqualTo("row_id,text,cents\na,\"\",0.100000000000000001\nb,,\n");
    assertThat(text("JsonLines"))
        .isEqualTo(
            """
            {"row_id":"a","text":"","cents":"0.100000000000000001"}
            {"row_id":"b","text":null,"cents":null}
            """);
  }

  private String text(String folder) throws IOException {
    try (Stream<Path> files = Files.list(temporary.resolve(folder).resolve("cells"))) {
      return Files.readString(files.findFirst().orElseThrow(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void addressesNameFoldersAbsolutelyOrFromHere() {
    for (String bad : List.of("csv:///", "csv://out?layout=deep", "file:///x?format=xls")) {
      assertThatThrownBy(() -> kind(bad).open(Address.of(bad), InstantSource.system()))
          .as(bad)
          .isInstanceOf(IllegalArgumentException.class);
    }
    Path here = Path.of("").toAbsolutePath();
    Path target = here.relativize(folder().toAbsolutePath());
    try (Mirror mirror =
        new LocalFiles()
            .open(Address.of("file://" + target + "?format=jsonl"), InstantSource.system())) {
      mirror.prepare(List.of(ROWS));
    }
    assertThat(folder().resolve("_manifest.json")).exists();
  }

  private static DestinationKind kind(String address) {
    return address.startsWith("csv") ? new Csv() : new LocalFiles();
  }

  private void refused(String parameters, String... words) {
    try (Mirror mirror = parquet(parameters)) {
      assertThatThrownBy(() -> mirror.prepare(List.of(ROWS)))
          .isInstanceOf(KeepFailed.class)
          .hasMessageContaining("parquet://" + folder())
          .hasMessageContainingAll(words);
    }
  }

  private Path folder() {
    return temporary.resolve("out");
  }

  private Mirror parquet(String parameters) {
    return new Parquet()
        .open(Address.of("parquet://" + folder() + parameters), InstantSource.system());
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  private static String asked(String question, String... before) throws SQLException {
    try (Connection session = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = session.createStatement()) {
      for (String each : before) {
        statement.execute(each);
      }
      try (ResultSet answer = statement.executeQuery(question)) {
        answer.next();
        return String.valueOf(answer.getString(1));
      }
    }
  }
}
