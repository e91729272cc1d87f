package dev.outlay.destinations.search;

import dev.outlay.destination.Address;
import dev.outlay.destination.Mirror;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads an address and opens the cluster there. */
public record Entry(Address address) {
  private static final Set<String> KNOWN =
      Set.of("secure", "verify_certs", "ca", "api_key", "prefix");
  private static final Pattern PREFIX = Pattern.compile("|[a-z0-9.][a-z0-9._-]{0,80}");
  private static final int PORT = 9200;

  /**
   * @throws IllegalArgumentException when the address is at fault
   */
  public Mirror open() {
    return open(Patience.HALF_A_MINUTE);
  }

  Mirror open(Patience patience) {
    check();
    HttpClient.Builder client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10));
    if (secure()) {
      Trust.of(address.parameter("ca"), isTrue("verify_certs")).ifPresent(client::sslContext);
    }
    Site site =
        new Site(new SearchTrouble(address.toString()), base(), login(), client.build(), patience);
    return new SearchMirror(site, prefix());
  }

  private void check() {
    address.parameters().keySet().stream()
        .filter(name -> !KNOWN.contains(name))
        .findFirst()
        .ifPresent(name -> {
          throw new IllegalArgumentException(
              "?"
                  + name
                  + "= is not known here; there are "
                  + String.join(", ", KNOWN.stream().sorted().toList()));
        });
    if (address.host().isEmpty() || address.host().contains(",")) {
      throw new IllegalArgumentException("name one host: opensearch://user:password@host:9200");
    }
    if (!PREFIX.matcher(prefix()).matches()) {
      throw new IllegalArgumentException(
          "?prefix= begins index names: lower case letters, digits, . _ and -");
    }
  }

  private URI base() {
    String path = address.path().endsWith("/") ? address.path() : address.path() + "/";
    int port = address.port() < 0 ? PORT : address.port();
    return URI.create((secure() ? "https" : "http") + "://" + address.host() + ":" + port + path);
  }

  private boolean secure() {
    return isTrue("secure");
  }

  private boolean isTrue(String name) {
    String value = address.parameter(name).orElse("true");
    if (!value.equals("true") && !value.equals("false")) {
      throw new IllegalArgumentException("?" + name + "= is true or false");
    }
    return value.equals("true");
  }

  private String prefix() {
    return address.parameters().getOrDefault("prefix", "outlay-");
  }

  private String login() {
    return address
        .parameter("api_key")
        .map("ApiKey "::concat)
        .orElseGet(() -> address.user().isEmpty() ? "" : basic());
  }

  private String basic() {
    byte[] pair = (address.user() + ":" + address.password()).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }
}
