package dev.outlay.app;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Warehouses of Bruin whose fields are named otherwise than those of databases.
 *
 * @param field the text of a field, empty where there is none
 * @param file makes a file name absolute
 */
record BruinWarehouse(UnaryOperator<String> field, UnaryOperator<String> file) {
  /** A connection of {@code databricks}: by its token, or as a service principal. */
  String databricks() {
    String token = field.apply("token");
    String port = field.apply("port");
    return "databricks://"
        + (token.isEmpty() ? "" : "token:" + encoded(token) + "@")
        + field.apply("host")
        + (port.isEmpty() ? "" : ":" + port)
        + parameters(
            Map.of("http_path", field.apply("path")),
            "catalog",
            "schema",
            "client_id",
            "client_secret");
  }

  /**
   * A connection of {@code google_cloud_platform}. Where Bruin is told to take what Google's
   * libraries find, keys that are written beside it do not count.
   */
  String bigQuery() {
    boolean found = field.apply("use_application_default_credentials").equals("true");
    return "bigquery://"
        + field.apply("project_id")
        + parameters(found ? Map.of() : credentials(), "location", "schema");
  }

  private Map<String, String> credentials() {
    String path = field.apply("service_account_file");
    String json = field.apply("service_account_json");
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return Map.of(
        "credentials_path", path.isEmpty() ? "" : file.apply(path),
        "credentials_base64", json.isEmpty() ? "" : Base64.getEncoder().encodeToString(bytes));
  }

  private String parameters(Map<String, String> own, String... same) {
    Map<String, String> all = new LinkedHashMap<>(own);
    for (String name : same) {
      all.put(name, field.apply(name));
    }
    return all.entrySet().stream()
        .filter(each -> !each.getValue().isEmpty())
        .map(each -> each.getKey() + "=" + encoded(each.getValue()))
        .collect(Collectors.joining("&", "?", ""));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
