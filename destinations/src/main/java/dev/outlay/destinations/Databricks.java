package dev.outlay.destinations;

import dev.outlay.destination.Address;
import dev.outlay.destination.DestinationKind;
import dev.outlay.destination.Guarantee;
import dev.outlay.destination.Mirror;
import dev.outlay.destination.Promise;
import dev.outlay.destinations.databricks.Lakehouse;
import dev.outlay.destinations.sql.Drivers;
import dev.outlay.destinations.sql.Sessions;
import dev.outlay.destinations.warehouse.WarehouseMirror;
import java.time.InstantSource;
import java.util.Properties;
import java.util.Set;

/**
 * Databricks, with its own driver, which is not part of the download. As in ingestr: a token, or
 * {@code ?client_id=} and {@code ?client_secret=} of a service principal. Every other parameter is
 * the driver's.
 */
public final class Databricks implements DestinationKind {
  @Override
  public String name() {
    return "Databricks";
  }

  @Override
  public Set<String> schemes() {
    return Set.of("databricks");
  }

  @Override
  public Promise promise() {
    return new Promise(
        "databricks://token:access_token@host?http_path=/sql/1.0/warehouses/id&catalog=main&schema=claude",
        Guarantee.REPLACES,
        "of each table the state before or after, for one MERGE is atomic; between two tables of one"
            + " load perhaps one of each, until the next run makes the load again",
        "DECIMAL, every digit",
        "added by ALTER TABLE, then filled",
        "its driver 3.4.5 against a server of our own that answers as the pages of its Statement"
            + " Execution API say and runs the statements, respelt, on DuckDB 2.0; never Databricks"
            + " itself");
  }

  @Override
  public Mirror open(Address address, InstantSource clock) {
    String path = address.parameter("http_path").orElse("");
    if (address.host().isEmpty() || !path.matches("/[A-Za-z0-9._/-]+")) {
      throw new IllegalArgumentException("name a host and http_path: " + promise().example());
    }
    Properties login = login(address, path);
    String url = url(address, path);
    Sessions sessions = () -> Drivers.connect(url, login, "databricks-jdbc");
    return new WarehouseMirror(new Lakehouse(address.toString(), sessions), clock);
  }

  /**
   * Answers as JSON: the usual ones need the JVM opened by an option. Nothing is told to others.
   */
  private static Properties login(Address address, String path) {
    Properties login = new Properties();
    login.putAll(address.parameters());
    for (String ours : Set.of("http_path", "catalog", "schema", "client_id", "client_secret")) {
      login.remove(ours);
    }
    address.parameter("catalog").ifPresent(name -> login.put("ConnCatalog", name));
    address.parameter("schema").ifPresent(name -> login.put("ConnSchema", name));
    login.putIfAbsent("EnableQueryResultDownload", "0");
    login.putIfAbsent("UseThriftClient", path.contains("/warehouses/") ? "0" : "1");
    login.putIfAbsent("EnableTelemetry", "0");
    login.putIfAbsent("UserAgentEntry", "outlay");
    login.putAll(credentials(address));
    return login;
  }

  private static Properties credentials(Address address) {
    Properties credentials = new Properties();
    if (address.parameter("client_id").isPresent()) {
      credentials.put("AuthMech", "11");
      credentials.put("Auth_Flow", "1");
      credentials.put("OAuth2ClientId", address.parameter("client_id").get());
      credentials.put("OAuth2Secret", address.parameter("client_secret").orElse(""));
    } else {
      credentials.put("AuthMech", "3");
      credentials.put("UID", "token");
      credentials.put("PWD", address.password());
    }
    return credentials;
  }

  private static String url(Address address, String path) {
    String port = address.port() < 0 ? "443" : "" + address.port();
    return "jdbc:databricks://" + address.host() + ":" + port + ";httpPath=" + path;
  }
}
