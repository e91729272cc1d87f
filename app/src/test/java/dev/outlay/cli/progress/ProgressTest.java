package dev.outlay.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.cli.screen.Ink;
import dev.outlay.destination.Changes;
import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure;
import dev.outlay.sync.DatasetReport;
import dev.outlay.sync.Status;
import dev.outlay.sync.SyncEvent;
import dev.outlay.sync.SyncReport;
import dev.outlay.table.Series;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final Changes SOME = new Changes(1200, 1000, 20, 3, false);
  private final Board board = new Board(steps());

  @Test
  void showsBarsRowsAndTimeLeft() {
    note(1, new SyncEvent.Began("c", "cost_report"));
    note(2, new SyncEvent.Read("c", "cost_report", 1, 1200));
    note(11, kept());

    assertThat(new BoardText(new Ink(false), 100).lines(board.tracks(), Duration.ofSeconds(11)))
        .containsExactly(
            "  cost_report  ━━━━━━──────────────────        1,200 rows     1 requests  30 s left",
            "  users        ────────────────────────            0 rows     0 requests  waiting");
  }

  @Test
  void leavesTheBarOutWhereItDoesNotFit() {
    assertThat(new BoardText(new Ink(false), 60).lines(board.tracks(), Duration.ZERO))
        .allMatch(line -> line.length() <= 60)
        .noneMatch(line -> line.contains("─"));
  }

  @Test
  void countsStepsThatTurnUpLater() {
    note(0, new SyncEvent.Planned("c", "users", 3));
    note(0, new SyncEvent.Planned("c", "users", 4));

    assertThat(board.tracks()).anyMatch(track -> track.steps() == 7);
  }

  @Test
  void saysHowADatasetEnded() {
    note(1, new SyncEvent.Ended("c", "users", report("users", Status.NOT_ENTITLED)));

    assertThat(new BoardText(new Ink(false), 100).lines(board.tracks(), Duration.ZERO).get(1))
        .contains("━━━━━━━━")
        .endsWith("not entitled");
  }

  @Test
  void redrawsOnATerminalAndLeavesItClean() {
    String drawn = played(Progress.Mode.auto, new Ink(true));

    assertThat(drawn).contains("\u001b[2A\r").endsWith("\u001b[2A\r\u001b[J");
  }

  @Test
  void isCalmWhereNobodyLooks() {
    assertThat(played(Progress.Mode.auto, new Ink(false)))
        .isEqualTo("users: done, 1,200 rows, 1,000 added, 20 changed, 3 closed, 5 requests\n");
    assertThat(played(Progress.Mode.none, new Ink(true))).isEmpty();
  }

  @Test
  void writesOneEventALine() {
    assertThat(played(Progress.Mode.json, new Ink(false)).lines())
        .hasSize(2)
        .last()
        .isEqualTo(
            "{\"event\":\"ended\",\"connection\":\"c\",\"dataset\":\"users\",\"status\":\"ok\",\"requests\":5,"
                + "\"pages\":4,\"read\":1200,\"added\":1000,\"changed\":20,\"closed\":3,\"held\":false}");
  }

  @Test
  void sumsARunUp() {
    Summary summary =
        new Summary(
            new SyncReport(
                "c", List.of(report("users", Status.OK), report("cost_report", Status.HELD))));

    assertThat(summary.lines())
        .first()
        .isEqualTo("dataset       rows  added  changed  closed  requests");
    assertThat(summary.lines()).anyMatch(line -> line.matches("total +2,400 +2,000 +40 +6 +10"));
    assertThat(summary.lines().get(2)).contains("held until the next run confirms");
  }

  @Test
  void tellsFailuresButNotWhatAnOrganisationDoesNotHave() {
    Attempt attempt = Attempt.to("GET /v1/x", "c", "users");
    List<Failure> failures =
        List.of(
            new Failure.NotEntitled(attempt, "HTTP 403", "Fine."),
            new Failure.Refused(attempt, "HTTP 401", "Make a key."));
    SyncReport report =
        new SyncReport(
            "c", List.of(new DatasetReport("users", Status.REFUSED, 2, 0, Changes.NONE, failures)));

    assertThat(new Summary(report).failures())
        .containsExactly("c: users: GET /v1/x: HTTP 401. Make a key.");
  }

  private String played(Progress.Mode mode, Ink ink) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    try (Progress progress = Progress.of(mode, new Screenful(err, ink, 100), steps())) {
      progress.accept(new SyncEvent.Began("c", "users"));
      progress.accept(new SyncEvent.Ended("c", "users", report("users", Status.OK)));
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private void note(int second, SyncEvent event) {
    board.note(event, Duration.ofSeconds(second));
  }

  private static SyncEvent kept() {
    return new SyncEvent.Kept("c", "cost_report", Series.of("cost_report"), Optional.empty(), SOME);
  }

  private static DatasetReport report(String dataset, Status status) {
    return new DatasetReport(dataset, status, 5, 4, SOME, List.of());
  }

  private static Map<String, Integer> steps() {
    Map<String, Integer> steps = new LinkedHashMap<>();
    steps.put("cost_report", 4);
    steps.put("users", 1);
    return steps;
  }
}
