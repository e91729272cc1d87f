package dev.outlay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.outlay.cli.output.Golden;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  private static final String SECRET = "sk-ant-admin01-0123456789abcdefghij";
  @TempDir private Path folder = Path.of("");
  private World world = new World(Path.of(""));

  @BeforeEach
  void setUp() {
    world = new World(folder);
  }

  @Test
  void saysItsVersion() {
    assertThat(world.run("--version")).isZero();
    assertThat(world.out()).matches("outlay \\d+\\.\\d+\\.\\d+\\R");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "demo",
        "check",
        "sync",
        "spend",
        "query",
        "export",
        "connections",
        "datasets",
        "focus",
        "ingest",
        "simulate",
        "doctor",
        "completion"
      })
  void showsHelpWithAnExample(String command) throws IOException {
    int code = command.isEmpty() ? world.run("--help") : world.run(command, "--help");

    assertThat(code).isZero();
    Golden.check(
        Path.of("src/test/resources/help", command.isEmpty() ? "outlay.txt" : command + ".txt"),
        world.out());
  }

  @Test
  void showsWhatThereIsWhenNothingIsAsked() {
    assertThat(world.run()).isEqualTo(2);
    assertThat(world.out()).isEmpty();
    assertThat(world.err()).contains("Usage: outlay");
  }

  @Test
  void suggestsTheCommandThatWasMeant() {
    assertThat(world.run("snyc")).isEqualTo(2);
    assertThat(world.err())
        .isEqualTo(
            "outlay: unknown word snyc; did you mean sync? (outlay --help shows what there is)\n");
  }

  @Test
  void suggestsTheOptionThatWasMeant() {
    assertThat(world.run("sync", "--dataset=x")).isEqualTo(2);
    assertThat(world.err())
        .startsWith("outlay: unknown option --dataset; did you mean --datasets?");
    assertThat(world.err().lines()).hasSize(1);
  }

  /** Whoever may name an organisation must not write on the terminal of those who collect it. */
  @Test
  void theNameOfAnOrganisationCannotDriveTheTerminal() throws IOException {
    HttpServer api =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    api.createContext("/", MainTest::evilName);
    api.start();
    try {
      String url = "http://127.0.0.1:" + api.getAddress().getPort();
      world.with("ANTHROPIC_ADMIN_KEY", "sk-ant-admin01-abcdefgh").with("OUTLAY_ATTEMPTS", "1");
      world.run("check", "--base-url", url, "--store", "s.duckdb");
      assertThat(world.out() + world.err()).contains("Evil").doesNotContain("\u001b");
      world.run("sync", "--base-url", url, "--store", "s.duckdb", "--datasets", "organization");
      assertThat(world.out() + world.err()).contains("Evil").doesNotContain("\u001b");
    } finally {
      api.stop(0);
    }
  }

  private static void evilName(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body =
          "{\"type\":\"organization\",\"id\":\"o\",\"name\":\"\\u001b[2J\\nEvil\"}"
              .getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Test
  void aPortThatCannotBeIsWrongUse() {
    assertThat(world.run("simulate", "--port", "99999")).isEqualTo(2);
    assertThat(world.err()).startsWith("outlay: port 99999 cannot be used");
  }

  @Test
  void namesTheDatasetThatWasMeant() {
    assertThat(world.run("sync", "--datasets", "cost")).isEqualTo(2);
    assertThat(world.err()).contains("there is no dataset cost; did you mean cost_report?");
  }

  @Test
  void refusesTimesThatRunBackwards() {
    assertThat(world.run("sync", "--from", "2026-02-01", "--to", "2026-01-01")).isEqualTo(2);
    assertThat(world.err()).isEqualTo("outlay: --from must be before --to\n");
    assertThat(world.run("sync", "--from", "yesterday")).isEqualTo(2);
    assertThat(world.err()).contains("--from yesterday is not a UTC day");
  }

  @Test
  void saysHowToGiveAKeyWhenThereIsNone() {
    assertThat(world.run("sync")).isEqualTo(2);
    assertThat(world.err()).contains("has no key: set ANTHROPIC_ADMIN_KEY").contains("outlay demo");
    assertThat(folder.resolve(".local")).doesNotExist();
  }

  @Test
  void refusesAKeyOfTheWrongKindWithoutARequest() {
    world.with("ANTHROPIC_ADMIN_KEY", "sk-ant-api03-0123456789abcdefghij");

    assertThat(world.run("sync")).isEqualTo(3);
    assertThat(world.err()).contains("not an Admin key").doesNotContain("0123456789");
  }

  @Test
  void neverRepeatsAKeyThatWasTypedInTheWrongPlace() {
    assertThat(world.run("sync", "--api-key=" + SECRET)).isEqualTo(2);
    assertThat(world.err()).doesNotContain("0123456789");
    assertThat(world.run(SECRET)).isEqualTo(2);
    assertThat(world.err()).doesNotContain("0123456789");
    assertThat(world.run("sync", "--connection", SECRET)).isEqualTo(2);
    assertThat(world.err()).doesNotContain("0123456789");
  }

  @Test
  void takesGlobalOptionsBeforeAndAfterTheCommand() throws IOException {
    Files.writeString(folder.resolve("other.yml"), "stor: x");

    assertThat(world.run("--config", "other.yml", "datasets")).isEqualTo(2);
    assertThat(world.run("datasets", "--config", "other.yml")).isEqualTo(2);
    assertThat(world.err())
        .contains("other.yml line 1: stor is not a setting; did you mean store?");
  }

  @Test
  void listsDatasetsWithoutAStore() {
    assertThat(world.run("datasets")).isZero();
    assertThat(world.out()).contains("cost_report  ").contains("analytics_usage");
    assertThat(world.out().lines().filter(line -> line.contains("GET /v1/"))).hasSize(15);
  }

  @Test
  void showsTracesOnlyWhenAsked() {
    world.run("sync");
    assertThat(world.err()).doesNotContain("\tat ");

    world.run("sync", "--debug");
    assertThat(world.err()).contains("\tat dev.outlay.");
  }

  @Test
  void coloursOnlyOnATerminalThatWantsIt() {
    Terminal screen = new Terminal(true, true, 100);
    world.on(screen).with("TERM", "xterm");

    world.run("snyc");
    assertThat(world.err()).contains("\u001b[");

    world.with("NO_COLOR", "1").run("snyc");
    assertThat(world.err()).doesNotContain("\u001b[");
  }

  @Test
  void writesACompletionScript() {
    assertThat(world.run("completion", "bash")).isZero();
    assertThat(world.out()).contains("complete -F _complete_outlay").contains("--datasets");
    assertThat(world.run("completion", "zsh")).isZero();
    assertThat(world.out()).startsWith("autoload");
    assertThat(world.run("completion", "fish")).isEqualTo(2);
  }

  @Test
  void reportsTheMachineAndMasksKeys() {
    world.with("ANTHROPIC_ADMIN_KEY", SECRET);

    assertThat(world.run("doctor")).isZero();
    assertThat(world.out())
        .contains("sk-ant-admin…ghij")
        .contains("not there yet")
        .doesNotContain("0123456789");
  }
}
