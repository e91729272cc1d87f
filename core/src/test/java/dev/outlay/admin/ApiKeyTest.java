package dev.outlay.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outlay.failure.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {
  private static final String SECRET = "sk-ant-admin01-Zm9vYmFyYmF6cXV4MDEyMzQ1-QxYz";

  @Test
  void aKeyPrintsAsItsKindAndItsLastFourLetters() {
    ApiKey key = ApiKey.of("production", "  " + SECRET + "\n");
    assertThat(key).hasToString("sk-ant-admin…QxYz");
    assertThat(key.secret()).isEqualTo(SECRET);
    assertThat(AdminSettings.of("production", key).toString())
        .doesNotContain(SECRET.substring(13, 30));
  }

  @Test
  void ofAShortKeyNothingIsShown() {
    assertThat(ApiKey.of("production", "short-secret")).hasToString("…");
  }

  @Test
  void aKeyForMessagesIsRefusedWithTheReasonAndWithoutTheKey() {
    assertThatThrownBy(() -> ApiKey.of("production", "sk-ant-api03-" + SECRET))
        .isInstanceOf(Failure.Refused.class)
        .hasMessageContaining("production")
        .hasMessageContaining("not an Admin key")
        .hasMessageContaining("sk-ant-admin")
        .hasMessageNotContaining(SECRET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "two words", "sk-ant-admin01-é", "line\nbreak", "tab\there"})
  void whatNoHeaderCanCarryIsRefused(String text) {
    assertThatThrownBy(() -> ApiKey.of("production", text))
        .isInstanceOf(Failure.Refused.class)
        .hasMessageContaining("empty or holds characters no key has");
  }
}
