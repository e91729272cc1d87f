package dev.outlay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.destination.Address;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections of warehouses as Bruin's pages write them, and the addresses they become. */
class BruinFileTest {
  private static final String JSON = "{\"type\": \"service_account\", \"a\": \"s3cr3t+/=\"}";
  @TempDir private Path folder = Path.of("");

  @Test
  void databricksIsReachedWithItsToken() throws IOException {
    Address address =
        address(
            """
            databricks:
              - name: warehouse
                token: "${TOKEN}"
                path: "/sql/1.0/warehouses/3748325bf498i274"
                host: dbc-1.cloud.databricks.com
                port: 443
                catalog: main
                schema: raw
            """);

    assertThat(address.toString()).isEqualTo("databricks://dbc-1.cloud.databricks.com:443");
    assertThat(address.user()).isEqualTo("token");
    assertThat(address.password()).isEqualTo("dapi/s3cr3t");
    assertThat(address.parameters())
        .isEqualTo(
            Map.of(
                "http_path", "/sql/1.0/warehouses/3748325bf498i274",
                "catalog", "main",
                "schema", "raw"));
  }

  @Test
  void databricksIsReachedAsAServicePrincipal() throws IOException {
    Address address =
        address(
            """
            databricks:
              - { name: warehouse, path: /sql/1, host: h, client_id: me, client_secret: "${TOKEN}" }
            """);

    assertThat(address.password()).isEmpty();
    assertThat(address.parameters())
        .containsEntry("client_id", "me")
        .containsEntry("client_secret", "dapi/s3cr3t");
  }

  @Test
  void bigQueryIsReachedWithAKeyInAFile() throws IOException {
    Address address =
        address(
            """
            google_cloud_platform:
              - { name: warehouse, project_id: my-project, location: EU, service_account_file: k.json }
            """);

    assertThat(address.toString()).isEqualTo("bigquery://my-project");
    assertThat(address.parameters())
        .isEqualTo(
            Map.of("location", "EU", "credentials_path", folder.resolve("k.json").toString()));
  }

  @Test
  void bigQueryIsReachedWithAKeyInTheFileItself() throws IOException {
    Address address =
        address(
            """
            google_cloud_platform:
              - name: warehouse
                project_id: my-project
                schema: raw
                service_account_json: '%s'
            """
                .formatted(JSON));

    byte[] key = Base64.getDecoder().decode(address.parameters().get("credentials_base64"));
    assertThat(new String(key, StandardCharsets.UTF_8)).isEqualTo(JSON);
    assertThat(address.parameter("schema")).contains("raw");
    assertThat(address.toString()).doesNotContain("s3cr3t");
  }

  @Test
  void whatGooglesLibrariesFindComesFirst() throws IOException {
    Address address =
        address(
            """
            google_cloud_platform:
              - name: warehouse
                project_id: my-project
                use_application_default_credentials: true
                service_account_file: k.json
            """);

    assertThat(address.parameters()).isEmpty();
  }

  private Address address(String connections) throws IOException {
    Files.writeString(folder.resolve("outlay.yml"), "connections:\n" + connections.indent(2));
    Config config =
        Config.read(Flags.NONE, Map.of("TOKEN", "dapi/s3cr3t", "HOME", "/home/ada"), folder);
    return Address.of(config.address("warehouse"));
  }
}
