package dev.outlay.destinations.kafka;

import dev.outlay.destination.Address;
import dev.outlay.destination.Delivery;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an address says: {@code kafka://user:password@host:9092/prefix}, or with ingestr's names
 * {@code bootstrap_servers}, {@code security_protocol}, {@code sasl_mechanism}, {@code
 * sasl_username}, {@code sasl_password}; {@code topic_prefix}, {@code schemas}, {@code decimals},
 * {@code partitions}, {@code replication}; and any property of Kafka's own clients as {@code
 * kafka.<name>}.
 *
 * @param name for failures, without secrets
 * @param prefix before the name of every topic
 * @param form how a row is written
 * @param partitions of a topic that is made
 * @param replication of a topic that is made; empty for the broker's own default
 * @param client properties of all clients, with secrets
 */
record Settings(
    String name,
    String prefix,
    Form form,
    int partitions,
    Optional<Short> replication,
    Map<String, Object> client) {
  /**
   * @param schemas whether the schema goes with every record, as Kafka Connect wants it
   * @param texts whether decimals are texts rather than Connect's Decimal
   */
  record Form(boolean schemas, boolean texts) {}

  private static final String CLIENT = "kafka.";
  private static final Set<String> KNOWN =
      Set.of(
          "bootstrap_servers",
          "topic_prefix",
          "security_protocol",
          "sasl_mechanism",
          "sasl_mechanisms",
          "sasl_username",
          "sasl_password",
          "schemas",
          "decimals",
          "partitions",
          "replication");

  /** What ingestr says of reading. */
  private static final Set<String> OF_READING = Set.of("group_id", "batch_size", "batch_timeout");

  /**
   * @throws IllegalArgumentException in words that quote no value
   */
  static Settings of(Address address) {
    refuseUnknown(address);
    String servers = servers(address);
    String prefix = address.parameter("topic_prefix").orElse(address.path().replaceFirst("/", ""));
    Form form = form(address);
    return new Settings(
        "kafka://" + servers + "/" + prefix,
        named(prefix),
        form,
        number(address, "partitions").orElse(3),
        number(address, "replication").map(Integer::shortValue),
        client(address, servers));
  }

  /** One for each connection and table: two writers of the same rows shut each other out. */
  String transactionalId(Delivery delivery) {
    return "outlay.%s%s.%s"
        .formatted(prefix, delivery.connection(), delivery.tables().getFirst().name());
  }

  private static void refuseUnknown(Address address) {
    Set<String> unknown = new TreeSet<>(address.parameters().keySet());
    unknown.removeIf(
        name -> KNOWN.contains(name) || OF_READING.contains(name) || name.startsWith(CLIENT));
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "it knows no parameter %s; there are %s, and kafka.<name> for those of Kafka's clients"
              .formatted(String.join(", ", unknown), String.join(", ", new TreeSet<>(KNOWN))));
    }
  }

  private static String servers(Address address) {
    String port = address.port() < 0 ? "" : ":" + address.port();
    String servers = address.parameter("bootstrap_servers").orElse(address.host() + port);
    if (servers.isEmpty()) {
      throw new IllegalArgumentException("name a broker: kafka://host:9092/prefix");
    }
    return String.join(
        ",",
        java.util.Arrays.stream(servers.split(","))
            .map(each -> each.matches(".*:\\d+") ? each : each + ":9092")
            .toList());
  }

  private static String named(String prefix) {
    if (!prefix.matches("[a-zA-Z0-9._-]*")) {
      throw new IllegalArgumentException(
          "a topic's name has letters, digits, points, dashes and underscores, and so has a"
              + " prefix");
    }
    return prefix;
  }

  private static Form form(Address address) {
    boolean schemas = oneOf(address, "schemas", "true", "false").equals("true");
    String decimals = oneOf(address, "decimals", "connect", "text");
    if (!schemas && address.parameter("decimals").filter("connect"::equals).isPresent()) {
      throw new IllegalArgumentException(
          "decimals=connect needs the schema; leave out schemas=false");
    }
    return new Form(schemas, !schemas || decimals.equals("text"));
  }

  private static String oneOf(Address address, String name, String usual, String other) {
    String value = address.parameter(name).orElse(usual);
    if (!value.equals(usual) && !value.equals(other)) {
      throw new IllegalArgumentException(name + " is " + usual + " or " + other);
    }
    return value;
  }

  private static Optional<Integer> number(Address address, String name) {
    return address
        .parameter(name)
        .map(value -> {
          if (!value.matches("[1-9]\\d{0,3}")) {
            throw new IllegalArgumentException(name + " is a whole number from 1");
          }
          return Integer.valueOf(value);
        });
  }

  private static Map<String, Object> client(Address address, String servers) {
    Map<String, Object> client = new HashMap<>(login(address));
    address
        .parameters()
        .forEach((name, value) -> {
          if (name.startsWith(CLIENT)) {
            client.put(name.substring(CLIENT.length()), value);
          }
        });
    client.put("bootstrap.servers", servers);
    return Map.copyOf(client);
  }

  private static Map<String, Object> login(Address address) {
    String user = address.parameter("sasl_username").orElse(address.user());
    Map<String, Object> login = new HashMap<>();
    address.parameter("security_protocol").ifPresent(it -> login.put("security.protocol", it));
    mechanism(address).ifPresent(it -> login.put("sasl.mechanism", it));
    if (!user.isEmpty()) {
      String mechanism = mechanism(address).orElse("PLAIN");
      login.putIfAbsent("security.protocol", "SASL_SSL");
      login.put("sasl.mechanism", mechanism);
      String password = address.parameter("sasl_password").orElse(address.password());
      login.put("sasl.jaas.config", jaas(mechanism, user, password));
    }
    return login;
  }

  private static Optional<String> mechanism(Address address) {
    return address.parameter("sasl_mechanism").or(() -> address.parameter("sasl_mechanisms"));
  }

  private static String jaas(String mechanism, String user, String password) {
    String module =
        mechanism.startsWith("SCRAM-")
            ? "org.apache.kafka.common.security.scram.ScramLoginModule"
            : "org.apache.kafka.common.security.plain.PlainLoginModule";
    return "%s required username=%s password=%s;".formatted(module, quoted(user), quoted(password));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }

  /** Keys and passwords are in it. */
  @Override
  public String toString() {
    return name;
  }
}
