package dev.outlay.destinations;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outlay.destination.Address;
import dev.outlay.destination.Amendment;
import dev.outlay.destination.Load;
import dev.outlay.destination.Mirror;
import dev.outlay.destinations.sql.SqlMirror;
import dev.outlay.failure.Failure.KeepFailed;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Position;
import dev.outlay.table.Rows;
import dev.outlay.testkit.Golden;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What would be said to Snowflake, statement by statement: nothing here can read it. */
class SnowflakeTest {
  private static final Instant DAY = Instant.parse("2026-03-01T00:00:00Z");

  @Test
  void aFillAndChangesAreTheseStatements() {
    List<String> told = new ArrayList<>();
    try (Mirror mirror =
        new SqlMirror(
            "snowflake://account/db", Snowflake.dialect(new RecordedSession(told, 2003)::open))) {
      mirror.prepare(List.of(WarehouseStory.COSTS));
      told.add("-- a fill");
      try (Load load = mirror.begin(WarehouseStory.DELIVERY)) {
        load.add(0, rows("a"));
        load.discard(1);
        load.commit(Checkpoint.START.at(new Position("here", 5)));
      }
      told.add("-- changes");
      try (Amendment amendment = mirror.amend(WarehouseStory.DELIVERY)) {
        amendment.add(0, rows("a"));
        amendment.remove(rows("b"));
        amendment.commit(Checkpoint.START.at(new Position("here", 6)));
      }
    }
    Golden.check(Path.of("src/test/resources/sql/snowflake.sql"), String.join("\n", told) + "\n");
  }

  @Test
  void aDriverThatIsNotThereIsSaidWithWhatToDo() {
    try (Mirror mirror = open("snowflake://me:s3cr3t@account/db/schema?warehouse=W")) {
      assertThatThrownBy(() -> mirror.prepare(List.of(WarehouseStory.COSTS)))
          .isInstanceOf(KeepFailed.class)
          .hasMessageContaining("snowflake://account/db/schema")
          .hasMessageContaining("its driver is not here")
          .hasMessageContaining("snowflake-jdbc")
          .hasMessageContaining("extras")
          .hasMessageNotContaining("s3cr3t");
    }
  }

  @Test
  void anAddressWithoutADatabaseIsRefused() {
    assertThatThrownBy(() -> open("snowflake://me:s3cr3t@account"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("name account and database");
  }

  private static Mirror open(String address) {
    return new Snowflake().open(Address.of(address), InstantSource.system());
  }

  private static Rows rows(String id) {
    @Nullable Object[] row = {id, "production", DAY, new BigDecimal("1.50")};
    return new Rows(WarehouseStory.COSTS, List.<@Nullable Object[]>of(row));
  }
}
