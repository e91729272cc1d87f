package dev.outlay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outlay.admin.AdminSettings;
import dev.outlay.app.setting.WrongUse;
import dev.outlay.failure.Failure;
import dev.outlay.source.Selection;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigTest {
  private static final String KEY = "sk-ant-admin01-0123456789abcdefghij";
  @TempDir private Path folder = Path.of("");
  private final Map<String, String> environment = new HashMap<>();

  @Test
  void holdsTheDefaultsWhereNothingIsWritten() {
    environment.put("HOME", "/home/ada");

    Config config = read();

    assertThat(config.store()).isEqualTo(Path.of("/home/ada/.local/share/outlay/outlay.duckdb"));
    assertThat(config.now()).isEmpty();
    assertThat(config.file()).isEmpty();
    ConnectionConfig connection = config.connections().getFirst();
    assertThat(connection.name()).isEqualTo("default");
    assertThat(connection.shownKey()).isEqualTo("none");
    Selection selection = connection.selection();
    assertThat(selection.datasets()).isEmpty();
    assertThat(selection.lookback()).isEqualTo(Duration.ofDays(365));
    assertThat(usage(selection, "1d").cuts()).hasSize(3);
    assertThat(usage(selection, "1h").lookback()).isEqualTo(Duration.ofDays(30));
    assertThat(usage(selection, "1m").cuts())
        .containsExactly(List.of("context_window", "model", "workspace_id"));
  }

  @Test
  void takesEverySettingFromTheFile() throws IOException {
    write(
        """
        store: data/own.duckdb
        memory_mb: 256
        now: 2026-05-04
        connections:
          anthropic:
            - name: production
              api_key: "{{ env_var('PROD_KEY') }}"
              base_url: https://proxy.example/anthropic/
              anthropic_version: 2023-06-01
              timeout: 5m
              attempts: 3
              proxy: http://proxy.example:3128
              datasets: [cost_report, usage_report]
              lookback_days: 30
              usage:
                1d: { lookback: 90d, cuts: [spend, [model, speed]] }
                1m: { cuts: [] }
              filters:
                models: [claude-opus-5]
                workspaces: wrkspc_1, wrkspc_2
                api_keys: [apikey_1]
        """);
    environment.put("PROD_KEY", KEY);

    Config config = read();

    assertThat(config.store()).isEqualTo(folder.resolve("data/own.duckdb"));
    assertThat(config.memoryMegabytes()).contains(256);
    assertThat(config.now()).contains(Instant.parse("2026-05-04T00:00:00Z"));
    AdminSettings admin = config.connection("production").admin();
    assertThat(admin.key()).hasToString("sk-ant-admin…ghij");
    assertThat(admin.baseUrl()).isEqualTo(URI.create("https://proxy.example/anthropic"));
    assertThat(admin.version()).isEqualTo("2023-06-01");
    assertThat(admin.patience()).isEqualTo(Duration.ofMinutes(5));
    assertThat(admin.attempts()).isEqualTo(3);
    assertThat(admin.proxy()).contains(InetSocketAddress.createUnresolved("proxy.example", 3128));
    Selection selection = config.connection("production").selection();
    assertThat(selection.datasets()).containsExactlyInAnyOrder("cost_report", "usage_report");
    assertThat(selection.lookback()).isEqualTo(Duration.ofDays(30));
    assertThat(usage(selection, "1d").lookback()).isEqualTo(Duration.ofDays(90));
    assertThat(usage(selection, "1d").cuts()).contains(List.of("model", "speed"));
    assertThat(usage(selection, "1h").cuts()).hasSize(1);
    assertThat(usage(selection, "1m").cuts()).isEmpty();
    assertThat(selection.filter())
        .containsEntry("models[]", Set.of("claude-opus-5"))
        .containsEntry("workspace_ids[]", Set.of("wrkspc_1", "wrkspc_2"))
        .containsEntry("api_key_ids[]", Set.of("apikey_1"));
  }

  @Test
  void prefersFlagsToTheEnvironmentAndThatToTheFile() throws IOException {
    write("store: file.duckdb\nbase_url: https://file.example\nattempts: 2\n");
    environment.put("OUTLAY_BASE_URL", "https://environment.example");
    environment.put("OUTLAY_STORE", "environment.duckdb");
    environment.put("OUTLAY_USAGE_1H_CUTS", "who,model+speed");

    Config config =
        Config.read(
            new Flags(Optional.of("flag.duckdb"), Optional.empty(), Optional.empty()),
            environment,
            folder);

    assertThat(config.store()).isEqualTo(folder.resolve("flag.duckdb"));
    ConnectionConfig connection = config.connections().getFirst();
    assertThat(connection.shownUrl()).isEqualTo(URI.create("https://environment.example"));
    assertThat(usage(connection.selection(), "1h").cuts()).hasSize(2);
  }

  @Test
  void givesTheKeyOfTheEnvironmentToTheOnlyConnection() throws IOException {
    environment.put("ANTHROPIC_ADMIN_KEY", KEY);

    assertThat(read().connections().getFirst().shownKey()).isEqualTo("sk-ant-admin…ghij");

    write(
        """
        connections:
          anthropic:
            - name: one
              api_key: sk-ant-admin01-11111111111111111111
            - name: two
        """);
    assertThat(read().connection("one").shownKey()).isEqualTo("sk-ant-admin…1111");
    assertThat(read().connection("two").shownKey()).isEqualTo("sk-ant-admin…ghij");
  }

  @Test
  void asksForAKeyOnlyWhenItIsNeeded() throws IOException {
    write("connections: { anthropic: [ { name: a, api_key: '${MISSING_KEY}' } ] }");

    ConnectionConfig connection = read().connection("a");

    assertThatThrownBy(connection::admin)
        .isInstanceOf(WrongUse.class)
        .hasMessage("outlay.yml line 1: the environment variable MISSING_KEY is not set");
  }

  @Test
  void refusesAKeyOfAnotherKindBeforeAnyRequest() {
    environment.put("ANTHROPIC_ADMIN_KEY", "sk-ant-api03-0123456789abcdef");

    assertThatThrownBy(() -> read().connections().getFirst().admin())
        .isInstanceOf(Failure.Refused.class)
        .hasMessageContaining("not an Admin key")
        .hasMessageNotContaining("0123456789");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "lookback_dayz: 3|outlay.yml line 1: lookback_dayz is not a setting; did you mean lookback_days?",
        "store: a\\nlookback_days: many|outlay.yml line 2: lookback_days is 'many', but takes a whole number from 1 to 3650",
        "datasets: [cost_reports]|there is no dataset cost_reports; did you mean cost_report?",
        "usage:\\n  1d:\\n    cutz: [who]|outlay.yml line 3: cutz is not a setting of usage.1d; did you mean cuts?",
        "usage: { 1d: { cuts: [whom] } }|usage.1d.cuts: whom is neither a cut nor a dimension; did you mean who?",
        "usage: often|outlay.yml line 1: usage takes names and values: 1d, 1h, 1m",
        "connections: { anthropic: { name: a } }|outlay.yml line 1: connections.anthropic takes a list whose items begin with '- name: …'",
        "connections: { anthropic: [ { name: a, api_keys: k } ] }|outlay.yml line 1: api_keys is not a setting; did you mean api_key?",
        "connections: { anthropic: [ { name: a }, { name: a } ] }|two connections are called a; give each a name of its own",
        "timeout: {{ env('X') }}|outlay.yml line 1: put quotes round {{ … }}",
        "timeout: \"{{ env('X') }}\"|outlay.yml line 1: between {{ and }} only env_var('NAME') is understood",
        "store: &a\\n  b: *a|outlay.yml: this is nested deeper",
        "a: &a [x,x,x,x,x,x,x,x]\\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c]\\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d]\\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e]\\ng: [*f,*f,*f,*f,*f,*f,*f,*f]|outlay.yml: this is nested deeper",
        "a: [1|outlay.yml line 1: this is not YAML: ",
        "store: a\\nstore: b|outlay.yml line 2: store is there twice",
        "just words|outlay.yml line 1: settings are written as name: value",
        "timeout: soon|outlay.yml line 1: timeout is 'soon', but takes a time such as 30s, 5m, 12h or 30d",
      })
  void namesTheLineAndWhatWouldBeRight(String text, String message) throws IOException {
    write(text.replace("\\n", "\n"));

    assertThatThrownBy(this::read).isInstanceOf(WrongUse.class).hasMessageStartingWith(message);
  }

  @Test
  void aWallOfBracketsIsNoReasonToFallOver() throws IOException {
    write("[".repeat(100_000));

    assertThatThrownBy(this::read).isInstanceOf(WrongUse.class);
  }

  @Test
  void neverRepeatsAKey() throws IOException {
    write("api_key: [ " + KEY + " ]\n" + KEY + ": x\n");

    assertThatThrownBy(this::read)
        .isInstanceOf(WrongUse.class)
        .hasMessageContaining("sk-ant-admin…ghij")
        .hasMessageNotContaining("0123456789");
  }

  @Test
  void takesASlipInTheEnvironmentForWhatItIs() {
    environment.put("OUTLAY_STROE", "x");

    assertThatThrownBy(this::read)
        .hasMessage(
            "the environment variable OUTLAY_STROE is not a setting; did you mean OUTLAY_STORE?");
  }

  @Test
  void leavesOtherPeoplesVariablesAlone() {
    environment.put("OUTLAY_TEAM_PRODUCTION_KEY", "x");

    assertThat(read().connections()).hasSize(1);
  }

  private static Selection.Usage usage(Selection selection, String width) {
    return Objects.requireNonNull(selection.usage().get(width));
  }

  private Config read() {
    return Config.read(Flags.NONE, environment, folder);
  }

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve("outlay.yml"), text);
  }
}
