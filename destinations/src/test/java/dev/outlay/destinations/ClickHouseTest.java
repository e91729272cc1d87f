package dev.outlay.destinations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outlay.destination.Address;
import dev.outlay.destination.Mirror;
import dev.outlay.failure.Failure.KeepFailed;
import dev.outlay.table.Column;
import dev.outlay.table.Table;
import dev.outlay.table.Type;
import dev.outlay.testkit.MirrorContract;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real engine, without its server; each test has a database of its own. */
class ClickHouseTest extends MirrorContract {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static @Nullable ClickHouseEngine started;
  private static int databases;
  private String database = "";

  @BeforeAll
  static void start(@TempDir Path folder) {
    started = Started.orNotRun("the engine of ClickHouse", () -> ClickHouseEngine.start(folder));
  }

  @AfterAll
  static void stop() throws IOException {
    if (started != null) {
      started.close();
    }
  }

  @Override
  protected Mirror mirror() throws Exception {
    if (database.isEmpty()) {
      database = "d" + ++databases;
      engine().ask("CREATE DATABASE " + database + " ENGINE = Atomic");
    }
    return open("clickhouse://me:s3cr3t@127.0.0.1/%s?secure=0&http_port=%d");
  }

  @Override
  protected String name() {
    return "clickhouse://127.0.0.1/" + database;
  }

  @Override
  protected List<List<@Nullable Object>> read(Table table) throws Exception {
    String columns =
        table.columns().stream()
            .map(column -> "`" + column.name() + "`")
            .collect(Collectors.joining(", "));
    String answer =
        engine()
            .ask(
                "SELECT %s FROM %s.`%s` FORMAT JSONCompactStringsEachRow"
                    .formatted(columns, database, table.name()));
    return Objects.requireNonNull(answer).lines().map(line -> row(line, table)).toList();
  }

  private static List<@Nullable Object> row(String line, Table table) {
    JsonNode cells = JSON.readTree(line);
    List<@Nullable Object> row = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      row.add(cells.get(i).isNull() ? null : cell(cells.get(i).asString(), table.columns().get(i)));
    }
    return row;
  }

  private static @Nullable Object cell(String text, Column column) {
    if (text.equals("\\N") || text.equals("ᴺᵁᴸᴸ")) {
      return null;
    }
    return switch (column.type()) {
      case Type.Plain plain ->
          switch (plain) {
            case TEXT -> text;
            case JSON -> JSON.readTree(text).toString();
            case INTEGER -> Long.valueOf(text);
            case BOOLEAN -> Boolean.valueOf(text);
            case INSTANT -> Instant.parse(text.replace(' ', 'T') + "Z");
            case DATE -> LocalDate.parse(text);
          };
      case Type.Decimal _ -> new BigDecimal(text);
    };
  }

  @Test
  void whatWasStagedIsDroppedAtTheEnd() throws Exception {
    prepare(ITEMS);
    load(ITEMS, day(0), item(0, "a", 1));
    begin(ITEMS, day(0)).close();
    assertThat(engine().ask("SELECT count() FROM system.tables WHERE name LIKE 'outlay_stage%'"))
        .isEqualTo("0\n");
  }

  @Test
  void aTableThatWasDroppedMakesEverythingComeAgain() throws Exception {
    prepare(ITEMS);
    load(ITEMS, day(0), item(0, "a", 1));
    engine().ask("DROP TABLE " + database + ".items");
    prepare(ITEMS);
    assertThat(raw().connections()).isEmpty();
    assertThat(rows(destination(), ITEMS)).isEmpty();
  }

  @Test
  void aTableOfSomebodyElseIsRefusedByName() throws Exception {
    engine().ask("CREATE TABLE " + database + ".items (own String) ENGINE = Memory");
    assertThatThrownBy(() -> prepare(ITEMS))
        .isInstanceOf(KeepFailed.class)
        .hasMessageContaining("items")
        .hasMessageContaining("somebody else");
  }

  @Test
  void whatIsRefusedNeverNamesThePassword() {
    Mirror lost = open("clickhouse://me:s3cr3t@127.0.0.1/%s?secure=0&http_port=1&x=%d");
    assertThatThrownBy(() -> lost.prepare(List.of(ITEMS)))
        .isInstanceOf(KeepFailed.class)
        .hasMessageContaining("cannot be reached")
        .hasMessageNotContaining("s3cr3t");
  }

  private Mirror open(String address) {
    return new ClickHouse()
        .open(Address.of(address.formatted(database, engine().port())), InstantSource.system());
  }

  private static ClickHouseEngine engine() {
    return Objects.requireNonNull(started);
  }
}
