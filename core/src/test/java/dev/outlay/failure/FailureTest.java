package dev.outlay.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FailureTest {
  private static final Attempt ATTEMPT =
      Attempt.to("GET /v1/organizations/cost_report", "production", "cost_report 1d")
          .during("2026-01-01T00:00:00Z..2026-02-01T00:00:00Z")
          .answered(Optional.of("req_011CSHoEeqs5C35K2UUqR7Fy"));
  private static final String ABOUT =
      "production: cost_report 1d 2026-01-01T00:00:00Z..2026-02-01T00:00:00Z:"
          + " GET /v1/organizations/cost_report: ";
  private static final String REQUEST = " (request req_011CSHoEeqs5C35K2UUqR7Fy). ";

  @Test
  void everyKindSaysWhatWasTriedWhatCameAndWhatToDo() {
    List<Failure> all =
        List.of(
            new Failure.Retry(ATTEMPT, "it came", Optional.of(Duration.ofSeconds(3))),
            new Failure.Retry(ATTEMPT, "it came", "Do this.", false),
            new Failure.Refused(ATTEMPT, "it came", "Do this."),
            new Failure.NotEntitled(ATTEMPT, "it came", "Do this."),
            new Failure.Unreadable(ATTEMPT, "it came"),
            new Failure.KeepFailed(ATTEMPT, "it came", "Do this."));
    assertThat(all)
        .allSatisfy(failure -> {
          assertThat(failure).hasMessageStartingWith(ABOUT + "it came" + REQUEST);
          assertThat(failure.getMessage()).matches(".*\\. [A-Z].*\\.");
          assertThat(failure.attempt()).isEqualTo(ATTEMPT);
        });
  }

  @Test
  void anUnreadableAnswerNamesThePlace() {
    assertThat(new Failure.Unreadable(ATTEMPT, "data[0].amount", "12.5abc"))
        .hasMessage(
            ABOUT
                + "the answer is unreadable at data[0].amount: 12.5abc"
                + REQUEST
                + "Nothing of it was kept; if it stays so, report it with the request id.");
  }

  @Test
  void whatIsUnknownLeavesNoHoles() {
    Attempt bare = Attempt.to("reading the key", "production", "");
    assertThat(new Failure.Refused(bare, "it is empty", "Set it."))
        .hasMessage("production: reading the key: it is empty. Set it.");
  }

  @Test
  void theTextOfAnotherExceptionIsKeptForDebuggingOnly() {
    Exception cause = new IllegalStateException("sk-ant-admin01-secret");
    Failure failure = new Failure.KeepFailed(ATTEMPT, "it came", "Do this.", cause);
    assertThat(failure).hasCause(cause).hasMessageNotContaining("secret");
  }
}
