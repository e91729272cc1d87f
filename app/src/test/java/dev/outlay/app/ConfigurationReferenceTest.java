package dev.outlay.app;

import dev.outlay.app.setting.Setting;
import dev.outlay.cli.output.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigurationReferenceTest {
  private static final Path PAGE = Path.of("../docs/reference/configuration.md");
  private static final String INTRODUCTION =
      """
      # Configuration

      Written by a test from the declarations in `Settings.java`; `mvn verify -Dgolden=renew` renews it.

      A setting is taken from the command line (`--store`, `--base-url`), or else from the environment, or else
      from `outlay.yml`: the file of `--config` or `OUTLAY_CONFIG`, or the one in the current folder, or
      `~/.config/outlay/outlay.yml`. In the file, `{{ env_var('NAME') }}`, `{{ env_var('NAME', 'otherwise') }}`,
      `${NAME}` and `${NAME:-otherwise}` stand for variables of the environment. A name that is not known is an error.

      ```yaml
      connections:
        anthropic:
          - name: production
            api_key: "{{ env_var('ANTHROPIC_ADMIN_KEY') }}"
            lookback_days: 365
            usage:
              1d: { lookback: 365d, cuts: [spend, place, who] }
              1h: { lookback: 30d, cuts: [spend] }
              1m: { lookback: 2d, cuts: [limits] }
      ```

      Without `connections` there is one, called `default`. `ANTHROPIC_ADMIN_KEY` is the key of the only connection;
      where there are several, it is the key of those that have none of their own.
      """;

  @Test
  void thePageSaysWhatTheProgramTakes() throws IOException {
    Golden.check(
        PAGE,
        INTRODUCTION
            + table("Of the program", Settings.ofProgram())
            + table(
                "Of a connection; written at the top of the file, of all connections",
                Settings.ofConnection()));
  }

  private static String table(String title, List<Setting<?>> settings) {
    StringBuilder text =
        new StringBuilder(
            "\n## "
                + title
                + "\n\n| setting | variable | takes | default | |\n|---|---|---|---|---|\n");
    settings.forEach(each ->
        text.append(
            "| `%s` | `%s` | %s | %s | %s |\n"
                .formatted(
                    each.name(),
                    each.variable(),
                    each.kind().accepts(),
                    each.fallback().isEmpty() ? "" : "`" + each.fallback() + "`",
                    each.meaning())));
    return text.toString();
  }
}
