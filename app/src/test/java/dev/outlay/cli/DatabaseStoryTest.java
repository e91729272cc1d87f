package dev.outlay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.holder.CostFile;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A database that the store was exported to says what the store says, through the same commands.
 */
class DatabaseStoryTest {
  @TempDir private static Path folder;
  private static EmbeddedPostgres postgres;
  private static World world;

  @BeforeAll
  static void exported() {
    postgres = started();
    world = new World(folder).with("OUTLAY_NOW", "2026-11-21T12:00:00Z");
    try (CostFile costs = new CostFile(folder.resolve("s.duckdb"))) {
      costs
          .workspace("wrkspc_1", "Research")
          .cost("2026-11-20", "claude-opus-4-6", "wrkspc_1", "123456.789")
          .cost("2026-11-19", "claude-haiku-5", null, "0.000000000000000001")
          .cost("2026-11-19", null, null, "250")
          .cost("2026-11-12", "claude-2", "wrkspc_1", "5000")
          .keep("2026-11-01", "2026-11-21", "2026-11-18");
    }
    assertThat(store("export", "--to", uri(), "--datasets", "cost_report,workspaces,coverage"))
        .as(world.err())
        .isZero();
  }

  private static EmbeddedPostgres started() {
    try {
      return EmbeddedPostgres.start();
    } catch (IOException | IllegalStateException e) {
      return Assumptions.abort("NOT RUN: PostgreSQL cannot be started here: " + e);
    }
  }

  @AfterAll
  static void end() throws IOException {
    postgres.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spend --last 7d --by model,workspace --compare previous",
        "spend --from 2026-11-01 --to 2026-11-22 --grain week --by cost_type --format csv",
        "spend --last 7d --by connection --format json",
        "ask cost,amount --by model,workspace --grain day --last 14d --format csv",
        "ask cost --where model~opus --compare previous --last 7d",
        "ask cost --by workspace --zone Asia/Tokyo --last 30d --format json"
      })
  void theSameIsSaid(String command) {
    assertThat(store(command.split(" "))).as(world.err()).isZero();
    String said = world.out() + world.err();
    assertThat(said).isNotEmpty();
    assertThat(database(command.split(" "))).as(world.err()).isZero();
    assertThat(world.out() + world.err()).isEqualTo(said);
  }

  @Test
  void whatWasBelievedEarlierIsTheStoresToSay() {
    assertThat(database("ask", "cost", "--as-of", "2026-11-19")).isEqualTo(Exit.WRONG_USE);
    assertThat(world.err()).contains("only the store keeps that");
  }

  @Test
  void whatWasNotExportedIsSaid() {
    assertThat(database("ask", "sessions")).isEqualTo(Exit.WRONG_USE);
    assertThat(world.err()).contains("run outlay export first");
    for (String command : List.of("spend", "ask cost")) {
      assertThat(run(uri() + "?schema=empty", command.split(" "))).isEqualTo(Exit.WRONG_USE);
      assertThat(world.err()).contains("outlay export");
    }
  }

  @Test
  void aPasswordIsNeverSaid() {
    assertThat(run("postgresql://me:hush@localhost:1/db", "spend")).isEqualTo(Exit.FAILED);
    assertThat(world.err()).contains("postgresql://localhost:1/db").doesNotContain("hush");
    assertThat(run("postgres//me:hush@localhost/db", "spend")).isEqualTo(Exit.WRONG_USE);
    assertThat(world.err()).contains("postgresql://user@host").doesNotContain("hush");
  }

  @Test
  void aSecondExportHasNothingToSay() {
    assertThat(store("export", "--to", uri(), "--datasets", "cost_report,workspaces,coverage"))
        .isZero();
    assertThat(world.out()).contains("is current").doesNotContain("+");
  }

  private static int store(String... command) {
    return world.run(with(command, "--store", "s.duckdb"));
  }

  private static int database(String... command) {
    return run(uri(), command);
  }

  private static int run(String uri, String... command) {
    return world.run(with(command, "--database", uri));
  }

  private static String uri() {
    return "postgresql://postgres@localhost:" + postgres.getPort() + "/postgres";
  }

  private static String[] with(String[] command, String... more) {
    return Stream.concat(Stream.of(command), Stream.of(more)).toArray(String[]::new);
  }
}
