package dev.outlay.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryRuleTest {
  private static final Attempt ATTEMPT = Attempt.to("GET /x", "production", "cost_report");

  private static Failure.Retry asking(long seconds) {
    return new Failure.Retry(ATTEMPT, "HTTP 429", Optional.of(Duration.ofSeconds(seconds)));
  }

  @Test
  void waitsTwiceAsLongEachTimeAndThenGivesUp() {
    Failure.Retry failure = new Failure.Retry(ATTEMPT, "HTTP 500", Optional.empty());
    RetryRule rule = new RetryRule(8);
    assertThat(
            IntStream.rangeClosed(1, 8)
                .mapToObj(
                    failed -> rule.wait(failed, failure).map(Duration::toSeconds).orElse(-1L)))
        .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 32L, -1L);
  }

  @ParameterizedTest
  @CsvSource({"3, 3", "0, 1", "-5, 1", "600, 600"})
  void waitsAsLongAsTheServerAsksButNeverLessThanItsOwn(long asked, long waits) {
    assertThat(new RetryRule(5).wait(1, asking(asked))).contains(Duration.ofSeconds(waits));
  }

  @Test
  void aServerThatAsksForMoreThanTenMinutesIsLeftForTheNextRun() {
    assertThat(new RetryRule(5).wait(1, asking(601))).isEmpty();
  }

  @Test
  void whatIsNotWorthRepeatingIsNotRepeated() {
    Failure.Retry hopeless = new Failure.Retry(ATTEMPT, "HTTP 500", "Later.", false);
    assertThat(new RetryRule(5).wait(1, hopeless)).isEmpty();
    assertThat(new RetryRule(1).wait(1, asking(1))).isEmpty();
  }
}
