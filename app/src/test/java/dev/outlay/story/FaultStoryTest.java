package dev.outlay.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.simulator.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every fault ends right or as a named failure with advice, the store stays whole, and the next run
 * heals. What a failure must say is in the last column.
 */
class FaultStoryTest {
  private static final String DATASETS =
      "cost_report,usage_report,users,claude_code_usage,analytics_usage";
  @TempDir private Path folder;
  private World world;

  @BeforeEach
  void open() {
    world = new World(folder, Settings.defaults().withNoise(false));
    world.environment.put("OUTLAY_LOOKBACK_DAYS", "8");
    world.environment.put("OUTLAY_USAGE_1D_LOOKBACK", "8d");
    world.environment.put("OUTLAY_USAGE_1D_CUTS", "spend");
    world.environment.put("OUTLAY_USAGE_1H_CUTS", "none");
    world.environment.put("OUTLAY_USAGE_1M_CUTS", "none");
    world.environment.put("OUTLAY_TIMEOUT", "1s");
  }

  @AfterEach
  void close() {
    world.close();
  }

  @ParameterizedTest(name = "{0}: {1} ends with {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cost_report      | status 401                  | 3 | the key was refused
          cost_report      | status 402                  | 3 | billing
          cost_report      | status 403                  | 3 | may not read this
          cost_report      | status 404                  | 1 | HTTP 404
          cost_report      | status 400                  | 1 | HTTP 400
          cost_report      | status 429 retry-after 9999 | 1 | too many requests
          cost_report      | status 429 retry-date 5     | 1 | too many requests
          cost_report      | status 500                  | 1 | HTTP 500
          cost_report      | status 500 no-retry         | 1 | not to repeat it
          cost_report      | status 502                  | 1 | HTTP 502
          cost_report      | status 504                  | 1 | HTTP 504
          cost_report      | status 529                  | 1 | HTTP 529
          cost_report      | proxy                       | 1 | a web page came instead of data
          cost_report      | proxy 407                   | 1 | a proxy wants a sign-in
          cost_report      | redirect 302 http://127.0.0.1:9/ | 1 | would carry the key elsewhere
          cost_report      | cut                         | 1 | the answer was cut off
          cost_report      | reset                       | 1 | the answer was cut off
          cost_report      | cut-chunk                   | 1 | the answer was cut off
          cost_report      | drip 200                    | 1 | the answer stopped coming
          cost_report      | hang                        | 1 | no answer came in time
          cost_report      | hang-after-headers          | 1 | the answer stopped coming
          cost_report      | invalid-json                | 1 | the answer was cut off
          cost_report      | gzip-garbage                | 1 | damaged on its way
          cost_report      | repeat-cursor               | 1 | came twice or out of place
          cost_report      | new-cursors                 | 1 | came twice or out of place
          cost_report      | more-without-cursor         | 1 | has_more and the cursor contradict
          cost_report      | cursor-without-more         | 1 | has_more and the cursor contradict
          cost_report      | amount 12.5abc              | 1 | data[0].results[0].amount: "12.5abc"
          cost_report      | amount-long                 | 1 | at most 18 places
          cost_report      | amount-huge                 | 1 | where a decimal
          cost_report      | bucket-twice                | 1 | came twice or out of place
          cost_report      | two-values                  | 1 | different values
          cost_report      | missing-buckets 2           | 1 | is not complete
          cost_report      | empty-data                  | 1 | is not complete
          usage_report/messages | wrong-type             | 1 | output_tokens: "not what it was"
          usage_report/messages | missing                | 1 | output_tokens: missing
          usage_report/messages | null                   | 1 | output_tokens: missing
          usage_report/messages | count-huge             | 1 | at most 64 bits
          usage_report/messages | two-values             | 1 | different values
          users            | status 500                  | 1 | HTTP 500
          users            | repeat-cursor               | 1 | without anything new
          users            | new-cursors                 | 1 | without anything new
          usage_report/claude_code | new-cursors         | 1 | the same page came twice
          usage_report/claude_code | wrong-type num_sessions | 1 | num_sessions
          analytics/usage  | gone                        | 1 | HTTP 410
          analytics/usage  | repeat-cursor               | 1 | the same page came twice
          analytics/usage  | status 404                  | 0 | not entitled
          cost_report      | content-type text/plain     | 0 | ''
          cost_report      | extra                       | 0 | ''
          users            | same-page                   | 0 | ''
          """)
  void aFaultEndsInWordsAndTheNextRunHeals(String path, String fault, int exit, String said) {
    world.simulator.faults().script("on /v1/organizations/" + path + ": " + fault);

    Told broken = world.sync("broken.duckdb", DATASETS);

    assertThat(broken.exit()).as(broken.all()).isEqualTo(exit);
    assertThat(broken.all()).contains(said).doesNotContain("Exception", Settings.KEY, "\tat ");
    world.simulator.faults().clear();
    Told healed = world.sync("broken.duckdb", DATASETS);
    assertThat(healed.exit()).as(healed.all()).isZero();
    assertThat(world.sync("clean.duckdb", DATASETS).exit()).isZero();
    assertThat(world.contents("broken.duckdb")).isEqualTo(world.contents("clean.duckdb"));
  }

  @ParameterizedTest(name = "{0} once")
  @CsvSource({
    "status 429 retry-after 1",
    "status 500",
    "status 503",
    "status 529",
    "cut",
    "reset",
    "cut-chunk",
    "hang",
    "drip 200",
    "gzip-garbage",
    "empty-data",
    "missing-buckets 1",
    "gone"
  })
  void whatPassesIsTriedAgainWithinTheRun(String fault) {
    world.environment.put("OUTLAY_ATTEMPTS", "2");
    world.simulator.faults().script("on /v1/organizations/cost_report request 1: " + fault);

    Told told = world.sync("one.duckdb", "cost_report");

    assertThat(told.exit()).as(told.all()).isZero();
    assertThat(world.sync("clean.duckdb", "cost_report").exit()).isZero();
    assertThat(world.contents("one.duckdb")).isEqualTo(world.contents("clean.duckdb"));
  }

  @Test
  void oneFailingDatasetNeitherStopsNorHidesAnother() {
    world.simulator.faults().script("on /v1/organizations/users: status 500");

    Told told = world.sync("one.duckdb", "users,invites,cost_report");

    Map<String, List<String>> contents = world.contents("one.duckdb");
    assertThat(told.exit()).isEqualTo(1);
    assertThat(contents.get("invites")).isNotEmpty();
    assertThat(contents.get("cost_report")).isNotEmpty();
    assertThat(world.run("one.duckdb", "query", "SELECT dataset, status, error FROM syncs").out())
        .contains("failed", "HTTP 500", "ok");
  }

  @Test
  void aKeyRevokedInTheMiddleKeepsWhatCameBefore() {
    world.environment.put("OUTLAY_LOOKBACK_DAYS", "100");
    world.simulator.faults().script("on /v1/organizations/cost_report request 3+: revoked");

    Told told = world.sync("one.duckdb", "cost_report");

    assertThat(told.exit()).isEqualTo(3);
    assertThat(told.err()).contains("the key was refused");
    assertThat(world.contents("one.duckdb").get("cost_report")).isNotEmpty();
    world.simulator.faults().clear();
    assertThat(world.sync("one.duckdb", "cost_report").exit()).isZero();
    assertThat(world.sync("clean.duckdb", "cost_report").exit()).isZero();
    assertThat(world.contents("one.duckdb")).isEqualTo(world.contents("clean.duckdb"));
  }

  @Test
  void aKeyOfTheWrongKindIsRefusedBeforeAnyRequest() {
    world.environment.put("ANTHROPIC_ADMIN_KEY", "sk-ant-api03-abcdefghijklmnop");

    Told told = world.sync("one.duckdb", "cost_report");

    assertThat(told.exit()).isEqualTo(3);
    assertThat(told.err()).contains("not an Admin key").doesNotContain("abcdefghijkl");
    assertThat(world.simulator.requests().count()).isZero();
  }

  @Test
  void withoutANetworkTheFailureSaysSo() {
    world.environment.put("OUTLAY_BASE_URL", "http://127.0.0.1:9");
    Told refused = world.sync("one.duckdb", "cost_report");
    world.environment.put("OUTLAY_BASE_URL", "https://no-such-host.invalid");
    Told unknown = world.sync("one.duckdb", "cost_report");
    Told insecure;
    try (NoTls server = new NoTls()) {
      world.environment.put("OUTLAY_BASE_URL", server.url());
      insecure = world.sync("one.duckdb", "cost_report");
    }

    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err()).contains("could not be reached").doesNotContain("Exception");
    assertThat(unknown.err()).contains("name is not known").doesNotContain("Exception");
    assertThat(insecure.err()).contains("no secure connection").doesNotContain("Exception");
  }
}
