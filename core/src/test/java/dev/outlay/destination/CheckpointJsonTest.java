package dev.outlay.destination;

import static dev.outlay.Cases.seeded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outlay.table.Checkpoint;
import dev.outlay.table.Covered;
import dev.outlay.table.Position;
import dev.outlay.table.Span;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointJsonTest {
  @Test
  void everyCheckpointComesBackAsItWas() {
    seeded(
        1_000,
        random -> {
          Checkpoint known = Checkpoint.START;
          for (int reads = random.nextInt(8); reads > 0; reads--) {
            known = known.covering(any(random), oldest(random));
          }
          if (random.nextBoolean()) {
            known = known.at(new Position("store\"\\\n/é", random.nextLong()));
          }
          assertThat(CheckpointJson.of(CheckpointJson.text(known))).isEqualTo(known);
        });
  }

  private static Covered any(SplittableRandom random) {
    Instant start = time(random);
    Span span = new Span(start, start.plusSeconds(random.nextLong(1, 9_000_000)));
    return new Covered(span, time(random).plusNanos(1_000), time(random), time(random));
  }

  private static Optional<Instant> oldest(SplittableRandom random) {
    return random.nextBoolean() ? Optional.of(time(random)) : Optional.empty();
  }

  private static Instant time(SplittableRandom random) {
    return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextLong(30_000_000));
  }

  @Test
  void isAReadableText() {
    Instant start = Instant.parse("2026-11-01T00:00:00Z");
    Covered read = new Covered(new Span(start, start.plusSeconds(60)), start, start, start);
    assertThat(CheckpointJson.text(Checkpoint.START.covering(read, Optional.of(start))))
        .isEqualTo(
            "{\"coverage\":[{\"start\":\"2026-11-01T00:00:00Z\",\"end\":\"2026-11-01T00:01:00Z\","
                + "\"read_at\":\"2026-11-01T00:00:00Z\",\"settled_to\":\"2026-11-01T00:00:00Z\","
                + "\"final_to\":\"2026-11-01T00:00:00Z\"}],\"earliest\":\"2026-11-01T00:00:00Z\","
                + "\"read_at\":\"2026-11-01T00:00:00Z\"}");
  }

  @Test
  void whatALaterVersionAddsIsPassedOver() {
    assertThat(CheckpointJson.of("{\"news\":{\"a\":[1]},\"coverage\":[],\"more\":[2]}"))
        .isEqualTo(Checkpoint.START);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"read_at\":\"yesterday\"}",
        "{\"coverage\":[{\"start\":\"2026-11-01T00:00:00Z\"}]}"
      })
  void whatIsNoCheckpointIsRefusedInsteadOfBeginningAnew(String text) {
    assertThatThrownBy(() -> CheckpointJson.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no checkpoint");
  }
}
