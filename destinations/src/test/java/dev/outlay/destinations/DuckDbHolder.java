package dev.outlay.destinations;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A program that has a file open until its input ends. */
final class DuckDbHolder {
  private DuckDbHolder() {}

  public static void main(String[] args) throws SQLException, IOException {
    try (Connection held = attached(Path.of(args[0]))) {
      System.out.print(held.isClosed() ? "closed" : "open");
      System.out.flush();
      System.in.readAllBytes();
    }
  }

  /** As the store has its file: attached to an engine in memory. */
  static Connection attached(Path file) throws SQLException {
    Connection engine = DriverManager.getConnection("jdbc:duckdb:");
    try (Statement attach = engine.createStatement()) {
      attach.execute("ATTACH '" + file + "' AS held");
    }
    return engine;
  }
}
