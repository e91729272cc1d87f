package dev.outlay.app.setting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretsTest {
  @Test
  void hidesEveryKeyInAText() {
    assertThat(Secrets.mask("a sk-ant-admin01-abcdefghijkl1234, b sk-ant-oat01-zzzz_yyyy-9876."))
        .isEqualTo("a sk-ant-admin…1234, b sk-ant-oat…9876.");
  }

  @Test
  void hidesTokensOfOurOwn() {
    assertThat(Secrets.mask("Bearer outlay_0123456789abcdef0123; outlay_users"))
        .isEqualTo("Bearer outlay_…0123; outlay_users");
  }

  @Test
  void leavesAMaskedKeyAndOtherTextAlone() {
    String text = "key sk-ant-admin…1234 of nobody";

    assertThat(Secrets.mask(text)).isEqualTo(text);
  }
}
