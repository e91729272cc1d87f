package dev.outlay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.holder.CostFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can go wrong before anything is passed on: one line, the right number, nothing changed. */
class ExportStoryTest {
  @TempDir private Path folder;
  private World world;

  @BeforeEach
  void collected() {
    world = new World(folder).with("OUTLAY_NOW", "2026-11-21T12:00:00Z");
    try (CostFile costs = new CostFile(folder.resolve("s.duckdb"))) {
      costs
          .cost("2026-11-20", "claude-opus-4-6", "wrkspc_1", "123.456")
          .keep("2026-11-01", "2026-11-21", "2026-11-18");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --to postgrsql://me:hush@h/db           | did you mean postgresql
          --to postgresql://me:hu^sh@h/db         | write reserved characters of a password as %xx
          --to nowhere                            | no destination nowhere is set up
          --to postgresql://me:hush@h             | name a database
          --format tabels --to postgresql://h/db  | did you mean tables
          --datasets cost_rep --to postgresql://h/db | did you mean cost_report
          --interval-start 2026-02-01 --interval-end 2026-01-01 --to postgresql://h/db | the interval is empty
          --interval-start yesterday --to postgresql://h/db | is not a UTC day
          --full-refesh                           | did you mean --full-refresh
          """)
  void whatMakesNoSenseIsSaidInOneLine(String command, String said) {
    assertThat(run(command.split(" "))).as(world.err()).isEqualTo(Exit.WRONG_USE);
    assertThat(world.err()).contains(said).doesNotContain("hush", "hu^sh", "Exception");
    assertThat(world.err().lines()).hasSize(1);
    assertThat(world.out()).isEmpty();
  }

  @Test
  void withoutADestinationItSaysHowToNameOne() {
    assertThat(run()).isEqualTo(Exit.WRONG_USE);
    assertThat(world.err()).contains("--to");
  }

  @Test
  void withoutAStoreItSaysHowToGetOne() {
    assertThat(world.run("export", "--to", "postgresql://h/db", "--store", "none.duckdb"))
        .isEqualTo(Exit.WRONG_USE);
    assertThat(world.err()).contains("outlay sync");
    assertThat(world.run("export", "--status", "--store", "none.duckdb")).isEqualTo(Exit.WRONG_USE);
    assertThat(world.err()).contains("outlay sync").doesNotContain("should not have happened");
    assertThat(folder.resolve("none.duckdb")).doesNotExist();
  }

  @Test
  void whatCannotBeReachedIsAFailureWithAdvice() {
    assertThat(run("--to", "postgresql://me:hush@127.0.0.1:1/db")).isEqualTo(Exit.FAILED);
    assertThat(world.err())
        .contains("cannot be reached", "See that it runs")
        .doesNotContain("hush");
  }

  @Test
  void whileSomethingIsPassedOnOthersMayAsk() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Process passing =
          passingOn("postgresql://me:hush@127.0.0.1:" + silent.getLocalPort() + "/db");
      try (Socket _ = silent.accept()) {
        String question = "SELECT count(*) AS bills FROM cost_report";
        assertThat(world.run("query", question, "--store", "s.duckdb"))
            .as(world.err())
            .isEqualTo(Exit.OK);
        assertThat(world.out()).contains("bills");
      } finally {
        passing.destroyForcibly().waitFor();
      }
    }
  }

  /** In a process of its own: within one the engine would open no file twice. */
  private Process passingOn(String place) throws IOException {
    return new ProcessBuilder(
            System.getProperty("java.home") + "/bin/java",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "export",
            "--to",
            place,
            "--store",
            folder.resolve("s.duckdb").toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("passing.log").toFile())
        .start();
  }

  @Test
  void aDestinationThatIsSetUpIsNamed() throws IOException {
    Files.writeString(
        folder.resolve("outlay.yml"),
        """
        destinations:
          - name: warehouse
            to: postgresql://me:${PASSWORD}@127.0.0.1:1/db
        """);
    world.with("PASSWORD", "hush");
    assertThat(run("--to", "warehouse")).isEqualTo(Exit.FAILED);
    assertThat(world.err()).contains("postgresql://127.0.0.1:1/db").doesNotContain("hush");
    assertThat(run()).isEqualTo(Exit.FAILED);
  }

  @Test
  void whatADestinationChoosesOfItsFormatIsHeeded() throws IOException {
    Files.writeString(
        folder.resolve("outlay.yml"),
        """
        destinations:
          - name: search
            to: opensearch://127.0.0.1:1?secure=false
            format: elastic
            options: {width: 2h}
        """);
    assertThat(run("--to", "search")).isEqualTo(Exit.WRONG_USE);
    assertThat(world.err()).contains("width", "2h");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          - to: postgresql://h/db                 | a destination needs name
          - name: a                               | a destination needs to
          - {name: a, to: 'x://h', formt: tables} | formt is not a setting; did you mean format
          - {name: a, to: 'x://h', format: table} | takes one of tables
          """)
  void aMistakeInTheFileIsSaidWithItsLine(String line, String said) throws IOException {
    Files.writeString(folder.resolve("outlay.yml"), "destinations:\n  " + line + "\n");
    assertThat(run("--to", "a")).isEqualTo(Exit.WRONG_USE);
    assertThat(world.err()).contains("outlay.yml line 2", said);
  }

  private int run(String... command) {
    String[] all = new String[command.length + 3];
    all[0] = "export";
    System.arraycopy(command, 0, all, 1, command.length);
    all[all.length - 2] = "--store";
    all[all.length - 1] = "s.duckdb";
    return world.run(all);
  }
}
