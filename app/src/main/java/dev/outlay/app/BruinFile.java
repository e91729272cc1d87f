package dev.outlay.app;

import dev.outlay.app.setting.Template;
import dev.outlay.app.setting.Written;
import dev.outlay.app.setting.WrongUse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Connections as Bruin writes them, also in a file of Bruin itself, where they stand in an
 * environment. Those that can be a destination are read here; variables are filled when one is
 * used.
 *
 * @param file makes a file name absolute
 */
record BruinFile(Map<String, String> environment, UnaryOperator<String> file) {
  private static final String CONNECTIONS = "connections";
  private static final String ENVIRONMENTS = "environments";
  private static final Map<String, String> SCHEMES = new LinkedHashMap<>();
  private static final Map<String, String> PARAMETERS = Map.of("ssl_mode", "sslmode");
  private static final Set<String> PARTS =
      Set.of(
          "name",
          "username",
          "password",
          "host",
          "account",
          "port",
          "database",
          "path",
          "pool_max_conns");

  static {
    SCHEMES.put("postgres", "postgresql");
    for (String same :
        List.of(
            "redshift",
            "mysql",
            "mariadb",
            "clickhouse",
            "snowflake",
            "databricks",
            "duckdb",
            "sqlite",
            "kafka")) {
      SCHEMES.put(same, same);
    }
    SCHEMES.put("google_cloud_platform", "bigquery");
  }

  /** The settings that name them. */
  static Stream<String> settings() {
    return SCHEMES.keySet().stream().map(kind -> CONNECTIONS + "." + kind);
  }

  /** The same settings where a file is ours; where it is Bruin's, the connections it is about. */
  static Written.Fields settings(Written.Fields written) {
    if (!(written.fields().get(ENVIRONMENTS) instanceof Written.Fields all)) {
      return written;
    }
    String name =
        written.fields().get("default_environment") instanceof Written.Text chosen
            ? chosen.text()
            : "default";
    if (!(all.fields().get(name) instanceof Written.Fields chosen)) {
      throw new WrongUse(all.place() + ": there is no environment " + name);
    }
    return chosen.fields().get(CONNECTIONS) instanceof Written.Fields connections
        ? new Written.Fields(Map.of(CONNECTIONS, known(connections)), written.place())
        : Written.Fields.NONE;
  }

  /** Bruin knows many that mean nothing here. */
  private static Written.Fields known(Written.Fields connections) {
    Map<String, Written> known = new LinkedHashMap<>(connections.fields());
    known.keySet().removeIf(kind -> !kind.equals("anthropic") && !SCHEMES.containsKey(kind));
    return new Written.Fields(known, connections.place());
  }

  /** The address of the destination of that name. */
  Optional<String> address(Written.Fields written, String name) {
    return SCHEMES.keySet().stream()
        .flatMap(kind -> listed(written, kind).map(fields -> Map.entry(kind, fields)))
        .filter(each -> text(each.getValue(), "name").equals(name))
        .findFirst()
        .map(each -> address(each.getKey(), each.getValue()));
  }

  private static Stream<Written.Fields> listed(Written.Fields written, String kind) {
    return written.fields().get(CONNECTIONS) instanceof Written.Fields connections
            && connections.fields().get(kind) instanceof Written.Items(var items, _)
        ? items.stream().filter(Written.Fields.class::isInstance).map(Written.Fields.class::cast)
        : Stream.empty();
  }

  private String address(String kind, Written.Fields fields) {
    BruinWarehouse warehouse = new BruinWarehouse(name -> text(fields, name), file);
    return switch (kind) {
      case "databricks" -> warehouse.databricks();
      case "google_cloud_platform" -> warehouse.bigQuery();
      default -> database(kind, fields);
    };
  }

  private String database(String kind, Written.Fields fields) {
    String user = encoded(text(fields, "username"));
    String password = encoded(text(fields, "password"));
    String login = user + (password.isEmpty() ? "" : ":" + password);
    String port = text(fields, "port");
    return SCHEMES.get(kind)
        + "://"
        + (login.isEmpty() ? "" : login + "@")
        + text(fields, "host")
        + text(fields, "account")
        + (port.isEmpty() ? "" : ":" + port)
        + path(fields)
        + parameters(fields);
  }

  private String path(Written.Fields fields) {
    String path = text(fields, "path");
    return path.isEmpty()
        ? "/" + encoded(text(fields, "database"))
        : encoded(file.apply(path)).replace("%2F", "/");
  }

  private String parameters(Written.Fields fields) {
    List<String> names = new ArrayList<>(fields.fields().keySet());
    names.removeAll(PARTS);
    return names.stream()
        .filter(name -> !text(fields, name).isEmpty())
        .map(name -> PARAMETERS.getOrDefault(name, name) + "=" + encoded(text(fields, name)))
        .collect(Collectors.joining("&", names.isEmpty() ? "" : "?", ""));
  }

  private String text(Written.Fields fields, String name) {
    return fields.fields().get(name) instanceof Written.Text text
            && new Template(environment).fill(text) instanceof Written.Text(var filled, _)
        ? filled
        : "";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
