package dev.outlay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {
  @Test
  void readsWhatTheLauncherSaw() {
    assertThat(Terminal.parse("out,err,48 132")).isEqualTo(new Terminal(true, true, 132));
    assertThat(Terminal.parse("err,")).isEqualTo(new Terminal(false, true, 100));
    assertThat(Terminal.parse("err,0 0")).isEqualTo(new Terminal(false, true, 100));
    assertThat(Terminal.parse("")).isEqualTo(Terminal.NONE);
  }

  @Test
  void hasNoColourWhereNobodyWantsIt() {
    Terminal screen = new Terminal(true, true, 80);

    assertThat(screen.colourOut(Map.of("TERM", "xterm"))).isTrue();
    assertThat(screen.colourErr(Map.of("TERM", "xterm", "NO_COLOR", "1"))).isFalse();
    assertThat(screen.colourOut(Map.of("TERM", "dumb"))).isFalse();
    assertThat(Terminal.NONE.colourOut(Map.of("TERM", "xterm"))).isFalse();
  }
}
