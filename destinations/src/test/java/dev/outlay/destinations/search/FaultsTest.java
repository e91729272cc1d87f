package dev.outlay.destinations.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outlay.destination.Address;
import dev.outlay.destination.Changes;
import dev.outlay.destination.Delivery;
import dev.outlay.destination.Load;
import dev.outlay.destination.Mirror;
import dev.outlay.failure.Failure.KeepFailed;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Column;
import dev.outlay.table.Position;
import dev.outlay.table.Rows;
import dev.outlay.table.Scope;
import dev.outlay.table.Series;
import dev.outlay.table.Table;
import dev.outlay.table.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private static final Table ITEMS =
      new Table(
          "items",
          "Items.",
          List.of(new Column("id", Type.Plain.TEXT, true, "Its name.")),
          Table.Twins.EQUAL_ONLY);
  private static final String NONE = "{\"_scroll_id\":\"s\",\"hits\":{\"hits\":[]}}";
  private static final String BUSY =
      "{\"items\":[{\"index\":{\"status\":201,\"result\":\"created\"}},"
          + "{\"index\":{\"status\":429,\"error\":{\"type\":\"rejected_execution_exception\"}}}]}";
  private static final String TAKEN =
      "{\"items\":[{\"index\":{\"status\":201,\"result\":\"created\"}}]}";
  private static final Patience SHORT =
      new Patience(List.of(Duration.ofMillis(1), Duration.ofMillis(1)));

  private final FaultyCluster cluster = new FaultyCluster();

  @AfterEach
  void stop() {
    cluster.close();
  }

  @Test
  void aRefusedLoginSaysSoWithoutThePassword() {
    cluster.says(401, "Unauthorized");
    try (Mirror mirror = open("me:s3cr3t@", "")) {
      assertThatThrownBy(() -> mirror.prepare(List.of(ITEMS)))
          .isInstanceOf(KeepFailed.class)
          .hasMessageContaining("opensearch://" + cluster.host())
          .hasMessageContaining("refused the login")
          .hasMessageNotContaining("s3cr3t");
    }
    assertThat(cluster.logins()).containsExactly("Basic bWU6czNjcjN0");
  }

  @Test
  void anApiKeySignsInWithoutAPassword() {
    try (Mirror mirror = open("", "&api_key=abc")) {
      mirror.prepare(List.of());
    }
    assertThat(cluster.logins()).isNotEmpty().containsOnly("ApiKey abc");
  }

  @Test
  void whatMayNotBeDoneNamesTheRights() {
    cluster.says(403, "{\"error\":{\"type\":\"security_exception\"},\"status\":403}");
    try (Mirror mirror = open("", "")) {
      assertThatThrownBy(() -> mirror.prepare(List.of(ITEMS)))
          .isInstanceOf(KeepFailed.class)
          .hasMessageContaining("may not do that")
          .hasMessageContaining("create_index");
    }
  }

  @Test
  void aBusyClusterIsAskedAgain() {
    cluster.says(429, "{}").says(503, "{}");
    try (Mirror mirror = open("", "")) {
      assertThat(mirror.of("c", Series.of("items"))).isEqualTo(Checkpoint.START);
    }
    assertThat(cluster.requests()).hasSize(3);
  }

  @Test
  void aClusterThatStaysBusyIsGivenUp() {
    cluster.says(503, "").says(503, "").says(503, "");
    try (Mirror mirror = open("", "")) {
      assertThatThrownBy(() -> mirror.of("c", Series.of("items")))
          .isInstanceOf(KeepFailed.class)
          .hasMessageContaining("not ready");
    }
    assertThat(cluster.requests()).hasSize(3);
  }

  @Test
  void onlyTheRowsThatWereNotTakenAreSentAgain() {
    cluster.says(200, "{}").says(200, NONE).says(200, "{}").says(200, BUSY).says(200, TAKEN);
    try (Mirror mirror = open("", "")) {
      assertThat(fill(mirror, "a", "b")).isEqualTo(new Changes(2, 2, 0, 0, false));
    }
  }

  @Test
  void aRowThatIsRefusedIsNamedAndNothingIsSaidToBeKept() {
    String refused =
        BUSY.replace("429", "400")
            .replace("rejected_execution_exception", "mapper_parsing_exception");
    cluster.says(200, "{}").says(200, NONE).says(200, "{}").says(200, refused);
    try (Mirror mirror = open("", "")) {
      assertThatThrownBy(() -> fill(mirror, "first", "second"))
          .isInstanceOf(KeepFailed.class)
          .hasMessageContaining("1 of 2 rows were not taken")
          .hasMessageContaining("mapper_parsing_exception");
    }
    assertThat(cluster.requests()).noneMatch(request -> request.contains("checkpoints"));
  }

  @Test
  void aClusterThatIsNotThereSaysSo() {
    try (Mirror lost =
        new Entry(Address.of("opensearch://me:s3cr3t@127.0.0.1:1?secure=false")).open(SHORT)) {
      assertThatThrownBy(() -> lost.prepare(List.of(ITEMS)))
          .isInstanceOf(KeepFailed.class)
          .hasMessageContaining("cannot be reached")
          .hasMessageNotContaining("s3cr3t");
    }
  }

  @Test
  void aWrongAddressIsRefusedInWords() {
    assertWrong("opensearch://h?sekure=false", "sekure");
    assertWrong("opensearch://h?secure=yes", "true or false");
    assertWrong("opensearch://a:1,b:2", "one host");
    assertWrong("opensearch://h?prefix=UPPER", "lower case");
    assertWrong("opensearch://h?ca=/no/such/file", "ca");
  }

  private static void assertWrong(String address, String words) {
    assertThatThrownBy(() -> new Entry(Address.of(address)).open(SHORT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
  }

  private Mirror open(String login, String more) {
    return new Entry(Address.of("opensearch://" + login + cluster.host() + "?secure=false" + more))
        .open(SHORT);
  }

  private static Changes fill(Mirror mirror, String... ids) {
    Delivery delivery =
        new Delivery(
            "c",
            Series.of("items"),
            List.of(ITEMS),
            Scope.EVERYTHING,
            Instant.EPOCH,
            Instant.EPOCH);
    try (Load load = mirror.begin(delivery)) {
      for (String id : ids) {
        load.add(0, new Rows(ITEMS, List.<@Nullable Object[]>of(new @Nullable Object[] {id})));
      }
      return load.commit(Checkpoint.START.at(new Position("here", 1)));
    }
  }
}
