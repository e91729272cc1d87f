package dev.outlay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsersCommandTest {
  @TempDir private Path folder = Path.of("");
  private World world = new World(folder);

  @BeforeEach
  void setUp() {
    world = new World(folder).with("OUTLAY_STORE", folder.resolve("s.duckdb").toString());
  }

  @Test
  void aPersonIsAddedListedChangedAndRemoved() {
    assertThat(
            world.run(
                "users", "add", "anna", "--workspaces", "wrkspc_1", "--email", "anna@example.com"))
        .as(world.err())
        .isZero();
    assertThat(world.out()).containsPattern("(?m)^[0-9a-f]{64}$").contains("valid for 3 days");
    assertThat(world.run("users", "role", "Anna", "analyst")).isZero();
    assertThat(world.run("users", "list")).isZero();
    assertThat(world.out()).isEqualTo("anna  anna@example.com  analyst  invited\n");
    assertThat(world.run("users", "reset", "anna")).isZero();
    assertThat(world.out()).containsPattern("(?m)^[0-9a-f]{64}$");
    assertThat(world.run("users", "remove", "anna")).isZero();
    assertThat(world.run("users")).isZero();
    assertThat(world.out()).isEmpty();
  }

  @Test
  void whatCannotBeDoneSaysWhy() {
    assertThat(world.run("users", "reset", "nobody")).isEqualTo(2);
    assertThat(world.err()).contains("there is no account nobody");
    assertThat(world.run("users", "add", "anna", "--role", "admn")).isEqualTo(2);
    assertThat(world.err()).contains("admin");
    assertThat(world.run("users", "add", "anna", "--role", "admin", "--workspaces", "a"))
        .isEqualTo(2);
    assertThat(world.err()).contains("only a viewer can be limited to workspaces");
  }
}
