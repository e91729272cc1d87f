package dev.outlay.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outlay.store.QueryRefused;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresAddressTest {
  private static final String WHOLE =
      "postgresql://me%40work:s3cr%3At+@data_base.local:6000/usage%20data?schema=Out%26lay&sslmode=verify-full";

  @Test
  void itIsReadAsPostgresToolsWriteIt() {
    PostgresAddress address = PostgresAddress.of(WHOLE, Optional.of("not this"));
    Properties properties = address.properties();
    assertThat(address.url()).isEqualTo("jdbc:postgresql://data_base.local:6000/usage+data");
    assertThat(address.schema()).isEqualTo("Out&lay");
    assertThat(properties)
        .containsEntry("user", "me@work")
        .containsEntry("password", "s3cr:t+")
        .containsEntry("sslmode", "verify-full");
  }

  @Test
  void whatIsNotSaidIsTheUsual() {
    PostgresAddress address = PostgresAddress.of("postgres://[::1]/usage", Optional.of("given"));
    assertThat(address.url()).isEqualTo("jdbc:postgresql://[::1]:5432/usage");
    assertThat(address.schema()).isEqualTo("public");
    assertThat(address.properties()).containsEntry("password", "given").doesNotContainKey("user");
  }

  @Test
  void itIsPrintedWithoutUserAndPassword() {
    assertThat(PostgresAddress.of(WHOLE, Optional.empty()))
        .hasToString("postgresql://data_base.local:6000/usage+data");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mysql://u:hush@h/d",
        "postgresql://u:hush@/d",
        "postgresql://u:hush@h",
        "postgresql://u:hush@h:port/d",
        "postgresql://u:hu%sh@h/d",
        "postgresql://u:hush@x@h/d",
        "postgresql://u:hush@h/d?socketFactory=java.lang.String",
        "postgresql://u:hush@h/d?user=other"
      })
  void whatIsNoAddressIsRefusedAndItsPasswordNotSaid(String text) {
    assertThatThrownBy(() -> PostgresAddress.of(text, Optional.empty()))
        .isInstanceOf(QueryRefused.class)
        .hasMessageContaining("postgresql://user@host:5432/database?schema=public")
        .message()
        .doesNotContain("hush")
        .doesNotContain("hu%sh");
  }
}
