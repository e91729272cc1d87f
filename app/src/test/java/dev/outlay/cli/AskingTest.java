package dev.outlay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.cli.output.Golden;
import dev.outlay.holder.CostFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskingTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private String in = "";

  @BeforeEach
  void collect() {
    try (CostFile costs = new CostFile(folder.resolve("s.duckdb"))) {
      costs
          .workspace("wrkspc_1", "Research")
          .cost("2026-11-20", "claude-opus-4-6", "wrkspc_1", "123456.789")
          .cost("2026-11-20", "claude-haiku-5", null, "0.1")
          .cost("2026-11-19", "claude-haiku-5", null, "0.000000000000000001")
          .cost("2026-11-19", null, null, "250")
          .cost("2026-11-12", "claude-opus-4-6", "wrkspc_1", "100000")
          .cost("2026-11-12", "claude-2", "wrkspc_1", "5000")
          .keep("2026-11-01", "2026-11-21", "2026-11-18");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spend --last 7d",
        "spend --last 7d --by model,workspace --compare previous",
        "spend --last 7d --by model,workspace --compare previous --format csv",
        "spend --last 7d --by workspace --grain day --format json",
        "spend --last 7d --by model --grain day --limit 1 --compare previous",
        "spend --from 2026-10-01 --to 2026-11-21 --grain month --format markdown",
        "spend --from 2026-10-25 --to 2026-11-22 --compare previous --by cost_type",
        "spend --last 7d --by model --format jsonl --limit 1"
      })
  void whatIsSpentIsAsReviewed(String command) throws IOException {
    assertThat(run(command)).isZero();
    String name = command.replaceAll("[^a-z0-9]+", "-");
    Golden.check(name + ".txt", "$ outlay " + command + "\n" + out() + "--- stderr\n" + err());
  }

  @Test
  void theSameInFullDigits() throws IOException {
    run("spend --last 7d --by connection --format csv");
    assertThat(out()).contains("acme,1237.06889000000000000001,100.000000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spend --by modle",
        "spend --last 7",
        "spend --last 3d --from 2026-01-01",
        "spend --from 2026-01-02 --to 2026-01-02",
        "spend --to 2026-01-02",
        "spend --limit 0",
        "spend --format parquet",
        "query",
        "query SELEC",
        "query --file missing.sql"
      })
  void wrongUseIsTwoAndALine(String command) throws IOException {
    assertThat(run(command)).isEqualTo(Exit.WRONG_USE);
    assertThat(out()).isEmpty();
    Golden.check(
        command.replaceAll("[^a-z0-9]+", "-") + ".wrong.txt",
        err().replace(folder.toString(), "FOLDER"));
  }

  @Test
  void withoutAStoreItSaysHowToGetOne() {
    assertThat(run("query SELECT@1 --store none.duckdb")).isEqualTo(Exit.WRONG_USE);
    assertThat(err()).contains("none.duckdb").contains("outlay sync").contains("outlay demo");
    assertThat(folder.resolve("none.duckdb")).doesNotExist();
  }

  @Test
  void anEmptyStoreSaysWhatToDo() {
    new CostFile(folder.resolve("empty.duckdb")).close();
    assertThat(run("spend --store empty.duckdb")).isEqualTo(Exit.WRONG_USE);
    assertThat(err()).contains("outlay sync");
  }

  @Test
  void theQuestionMayComeFromInputOrAFile() throws IOException {
    in = "SELECT count(*) AS n FROM cost_report";
    assertThat(run("query - --format csv")).isZero();
    assertThat(out()).isEqualTo("n\r\n6\r\n");
    Files.writeString(folder.resolve("q.sql"), "SELECT 1 AS n;\n");
    assertThat(run("query --file q.sql --output q.json")).isZero();
    assertThat(folder.resolve("q.json")).hasContent("[\n{\"n\":1}\n]\n");
  }

  @Test
  void nestedAndLargeValuesAreJson() {
    run(
        "query SELECT@[1.5,2]@AS@l,{'a':9007199254740993,'t':TIMESTAMPTZ@'2026-01-01@00:00:00Z'}@AS@s,MAP{'k':NULL}@AS@m,170141183460469231731687303715884105727@AS@h --format jsonl");
    assertThat(out())
        .isEqualTo(
            "{\"l\":[\"1.5\",\"2.0\"],\"s\":{\"a\":9007199254740993,\"t\":\"2026-01-01T00:00:00Z\"},\"m\":{\"k\":null},\"h\":170141183460469231731687303715884105727}\n");
  }

  @Test
  void parquetKeepsNestedTypes() throws IOException {
    assertThat(
            run("query SELECT@[1.5,2]@AS@l,{'a':1}@AS@s,DATE@'2026-01-01'@AS@d --output x.parquet"))
        .isZero();
    assertThat(Files.readAllBytes(folder.resolve("x.parquet")))
        .startsWith("PAR1".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aResultNeverReplacesAStore() throws IOException {
    Path other = folder.resolve("other.duckdb");
    new CostFile(other).close();
    byte[] before = Files.readAllBytes(other);
    for (String format : List.of("csv", "parquet")) {
      assertThat(run("query SELECT@1 --output other.duckdb --format " + format))
          .isEqualTo(Exit.WRONG_USE);
      assertThat(err()).contains("is a store");
    }
    assertThat(Files.readAllBytes(other)).isEqualTo(before);
  }

  private int run(String command) {
    out.reset();
    err.reset();
    String[] args =
        Stream.concat(
                Stream.of(command.split(" ")).map(word -> word.replace('@', ' ')),
                command.contains("--store") ? Stream.of() : Stream.of("--store", "s.duckdb"))
            .toArray(String[]::new);
    Streams streams =
        new Streams(
            new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
            out,
            err,
            Terminal.NONE,
            folder);
    return Main.run(args, Map.of("OUTLAY_NOW", "2026-11-21T12:00:00Z"), streams);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
