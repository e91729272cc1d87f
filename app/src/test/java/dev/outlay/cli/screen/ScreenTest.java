package dev.outlay.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScreenTest {
  @Test
  void alignsFiguresRightAndWordsLeft() {
    assertThat(new Grid().line("name", "rows").line("a", "1,000").line("long name", "5").lines())
        .containsExactly("name        rows", "a          1,000", "long name      5");
  }

  @Test
  void saysTimesAsPeopleDo() {
    assertThat(Times.of(Duration.ofMillis(1420))).isEqualTo("1.4 s");
    assertThat(Times.of(Duration.ofSeconds(59))).isEqualTo("59 s");
    assertThat(Times.of(Duration.ofSeconds(605))).isEqualTo("10 min 05 s");
    assertThat(Times.of(Duration.ofMinutes(125))).isEqualTo("2 h 05 min");
    assertThat(Times.about(Duration.ofSeconds(640))).isEqualTo("11 min");
    assertThat(Times.about(Duration.ofMinutes(200))).isEqualTo("3 h");
    assertThat(Times.about(Duration.ZERO)).isEqualTo("1 s");
  }
}
