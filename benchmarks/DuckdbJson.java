import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/**
 * The peer of the standard load: the engine alone reads the same pages with its own JSON reader into
 * tables of a file. {@code java DuckdbJson.java STORE USAGE.json… -- COST.json…} in one process.
 */
public class DuckdbJson {
  public static void main(String[] args) throws Exception {
    String all = String.join(" ", args);
    String files = all.substring(args[0].length() + 1);
    String[] reports = files.split(" -- ");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + args[0]);
        Statement statement = connection.createStatement()) {
      read(statement, "usage", reports[0]);
      read(statement, "cost", reports[1]);
    }
  }

  private static void read(Statement statement, String table, String files) throws Exception {
    String list = "['" + String.join("','", files.trim().split(" ")) + "']";
    long largest = 0;
    for (String file : files.trim().split(" ")) {
      largest = Math.max(largest, Files.size(Path.of(file)));
    }
    statement.execute(
        "CREATE TABLE " + table + " AS SELECT bucket.starting_at, bucket.ending_at, "
            + "unnest(bucket.results, recursive := true) FROM (SELECT unnest(data) AS bucket "
            + "FROM read_json(" + list + ", maximum_object_size = " + (largest + 1_000_000) + "))");
  }
}
