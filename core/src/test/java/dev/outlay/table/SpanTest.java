package dev.outlay.table;

import static dev.outlay.Cases.seeded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpanTest {
  private static final int SECONDS = 20;

  private static Span any(SplittableRandom random) {
    int from = random.nextInt(SECONDS);
    return new Span(at(from), at(random.nextInt(from + 1, SECONDS + 1)));
  }

  private static Instant at(int second) {
    return Instant.ofEpochSecond(second);
  }

  private static List<Integer> seconds(List<Span> spans) {
    return IntStream.range(0, SECONDS)
        .filter(second -> spans.stream().anyMatch(span -> span.contains(at(second))))
        .boxed()
        .toList();
  }

  @Test
  void takesAwayAndIntersectsLikeSetsOfSeconds() {
    seeded(
        5_000,
        random -> {
          Span a = any(random);
          Span b = any(random);
          List<Integer> outside =
              seconds(List.of(a)).stream().filter(s -> !b.contains(at(s))).toList();
          List<Integer> both = seconds(List.of(a)).stream().filter(s -> b.contains(at(s))).toList();
          assertThat(seconds(a.minus(b))).isEqualTo(outside);
          assertThat(seconds(a.intersect(b).stream().toList())).isEqualTo(both);
          assertThat(a.touches(b))
              .isEqualTo(!both.isEmpty() || a.end().equals(b.start()) || b.end().equals(a.start()));
        });
  }

  @Test
  void isNeverEmpty() {
    assertThat(Span.of(at(3), at(3))).isEmpty();
    assertThat(Span.of(at(4), at(3))).isEmpty();
    assertThatThrownBy(() -> new Span(at(3), at(3))).hasMessageContaining("1970-01-01T00:00:03Z");
  }
}
