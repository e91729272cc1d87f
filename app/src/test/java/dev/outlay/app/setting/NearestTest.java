package dev.outlay.app.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  private static final List<String> NAMES = List.of("sync", "simulate", "datasets", "demo");

  @Test
  void findsWhatWasMeant() {
    assertThat(Nearest.to("snyc", NAMES)).contains("sync");
    assertThat(Nearest.to("dataset", NAMES)).contains("datasets");
    assertThat(Nearest.to("sim", NAMES)).contains("simulate");
  }

  @Test
  void doesNotGuessWildly() {
    assertThat(Nearest.to("banana", NAMES)).isEmpty();
    assertThat(Nearest.hint("banana", NAMES))
        .isEqualTo("; there is datasets, demo, simulate, sync");
  }

  @Test
  void countsSwappedLettersAsOneMistake() {
    assertThat(Nearest.distance("snyc", "sync")).isEqualTo(1);
    assertThat(Nearest.distance("", "abc")).isEqualTo(3);
    assertThat(Nearest.distance("abc", "abc")).isZero();
  }
}
