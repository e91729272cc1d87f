package dev.outlay.destinations.sql;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.logging.Logger;

/**
 * Makes the drivers of another class loader known. The JDK hands out a driver only to classes that
 * could have loaded it themselves, so each is wrapped in one that everybody can.
 */
public final class Drivers {
  private record Wrapped(Driver driver) implements Driver {
    @Override
    public Connection connect(String url, Properties info) throws SQLException {
      return driver.connect(url, info);
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
      return driver.acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
      return driver.getPropertyInfo(url, info);
    }

    @Override
    public int getMajorVersion() {
      return driver.getMajorVersion();
    }

    @Override
    public int getMinorVersion() {
      return driver.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant() {
      return driver.jdbcCompliant();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
      return driver.getParentLogger();
    }
  }

  private Drivers() {}

  /** Everybody may use the drivers of that loader from now on. */
  public static void offer(ClassLoader loader) {
    ServiceLoader.load(Driver.class, loader).stream()
        .filter(found -> found.type().getClassLoader().equals(loader))
        .map(ServiceLoader.Provider::get)
        .forEach(Drivers::register);
  }

  private static void register(Driver driver) {
    try {
      DriverManager.registerDriver(new Wrapped(driver));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
