package dev.outlay.destinations;

import dev.outlay.destination.Address;
import dev.outlay.destination.DestinationKind;
import dev.outlay.destination.Guarantee;
import dev.outlay.destination.Mirror;
import dev.outlay.destination.Promise;
import dev.outlay.destinations.clickhouse.ClickHouseMirror;
import dev.outlay.destinations.clickhouse.Server;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;

/**
 * ClickHouse, over its HTTP interface: {@code ?http_port=} and {@code ?secure=0} as ingestr has
 * them; the port of the address, which is the native one, is passed over.
 */
public final class ClickHouse implements DestinationKind {
  @Override
  public String name() {
    return "ClickHouse";
  }

  @Override
  public Set<String> schemes() {
    return Set.of("clickhouse");
  }

  @Override
  public Promise promise() {
    return new Promise(
        "clickhouse://user:password@host:9000/database?http_port=8443&secure=1",
        Guarantee.REPLACES,
        "it may see rows that changed missing, between their going and their coming again; the next"
            + " run makes the load again",
        "Decimal, every digit",
        "added by ALTER TABLE, then filled",
        "the engine of ClickHouse 26.7 behind an HTTP bridge of our own; never a real server,"
            + " a cluster or ClickHouse Cloud, and no login was ever checked");
  }

  @Override
  public Mirror open(Address address, InstantSource clock) {
    if (address.host().isEmpty()) {
      throw new IllegalArgumentException("name a host: " + promise().example());
    }
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    Server server =
        new Server(client, address.toString(), at(address), user(address), address.password());
    return new ClickHouseMirror(server, database(address));
  }

  private static URI at(Address address) {
    boolean secure = !Set.of("0", "false").contains(address.parameter("secure").orElse("1"));
    String port = address.parameter("http_port").orElse(secure ? "8443" : "8123");
    if (!port.matches("\\d{1,5}")) {
      throw new IllegalArgumentException("http_port is a number");
    }
    return URI.create((secure ? "https://" : "http://") + address.host() + ":" + port);
  }

  private static String user(Address address) {
    return address.user().isEmpty() ? "default" : address.user();
  }

  private static String database(Address address) {
    return address.database().isEmpty()
        ? address.parameter("database").orElse("default")
        : address.database();
  }
}
