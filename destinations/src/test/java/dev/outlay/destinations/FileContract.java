package dev.outlay.destinations;

import dev.outlay.destination.Address;
import dev.outlay.destination.DestinationKind;
import dev.outlay.destination.Mirror;
import dev.outlay.table.Column;
import dev.outlay.table.Table;
import dev.outlay.table.Type;
import dev.outlay.testkit.MirrorContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/** A folder of files, read by DuckDB as anybody would: by a pattern of names. */
abstract class FileContract extends MirrorContract {
  @TempDir Path temporary = Path.of("");

  /** The kind of files that is tested. */
  abstract DestinationKind kind();

  /** How DuckDB reads the files of the table, given their pattern or list. */
  abstract String reader(String files, Table table);

  final Path folder() {
    return temporary.resolve("out");
  }

  final String address() {
    return kind().schemes().iterator().next() + "://" + folder();
  }

  @Override
  protected Mirror mirror() {
    return kind().open(Address.of(address()), InstantSource.system());
  }

  @Override
  protected String name() {
    return address();
  }

  @Override
  protected List<List<@Nullable Object>> read(Table table) throws Exception {
    return files(table).isEmpty() ? List.of() : read(pattern(table), table);
  }

  final List<List<@Nullable Object>> read(String files, Table table) throws SQLException {
    try (Connection session = DriverManager.getConnection("jdbc:duckdb:")) {
      return JdbcRows.of(session, reader(files, table), table);
    }
  }

  final String pattern(Table table) {
    return "'" + folder() + "/" + table.name() + "/*'";
  }

  /** What a listing of the table's folder shows. */
  final List<String> files(Table table) throws IOException {
    try (Stream<Path> all = Files.list(folder().resolve(table.name()))) {
      return all.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  /** The columns as a DuckDB reader wants them, with what others would take JSON for. */
  static String columns(Table table, String json) {
    return table.columns().stream()
        .map(column -> "\"" + column.name() + "\": '" + type(column, json) + "'")
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String type(Column column, String json) {
    return switch (column.type()) {
      case Type.Plain plain ->
          switch (plain) {
            case TEXT -> "VARCHAR";
            case INTEGER -> "BIGINT";
            case BOOLEAN -> "BOOLEAN";
            case INSTANT -> "TIMESTAMPTZ";
            case DATE -> "DATE";
            case JSON -> json;
          };
      case Type.Decimal(int precision, int scale) -> "DECIMAL(" + precision + "," + scale + ")";
    };
  }
}
