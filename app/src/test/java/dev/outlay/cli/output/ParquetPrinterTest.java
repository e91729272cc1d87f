package dev.outlay.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetPrinterTest {
  @TempDir Path folder;

  @Test
  void parquetKeepsEveryTypeAndDigit() throws Exception {
    Path file = folder.resolve("it's.parquet");
    new Printout(Format.parquet, Optional.of(file))
        .of(Sample.all(), new TestDesk(Screen.NONE, "").desk());
    String sql = "SELECT * FROM '" + file.toString().replace("'", "''") + "'";
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      var meta = rows.getMetaData();
      assertThat(IntStream.rangeClosed(1, 6).mapToObj(i -> type(rows, i)))
          .containsExactly(
              "VARCHAR", "BIGINT", "DOUBLE", "DECIMAL(38,20)", "TIMESTAMP WITH TIME ZONE", "DATE");
      assertThat(meta.getColumnName(4)).isEqualTo("amount_usd");
      rows.next();
      assertThat(rows.getBigDecimal(4)).isEqualTo("0.00100000000000000001");
      assertThat(rows.getLong(2)).isEqualTo(9007199254740993L);
    }
    assertThat(folder.toFile().list()).containsExactly("it's.parquet");
  }

  private static String type(ResultSet rows, int column) {
    try {
      return rows.getMetaData().getColumnTypeName(column);
    } catch (java.sql.SQLException e) {
      throw new AssertionError(e);
    }
  }
}
