package dev.outlay.cli.progress;

import dev.outlay.cli.output.Figures;
import dev.outlay.cli.screen.Times;
import dev.outlay.sync.DatasetReport;
import dev.outlay.sync.SyncEvent;
import java.time.Duration;
import java.util.Map;

/** A line when a dataset ends, and now and then one that says it is still at work. */
final class PlainProgress implements Progress {
  private static final Duration SILENCE = Duration.ofSeconds(20);
  private final Screenful screen;
  private final Board board;
  private final Watch watch = Watch.begin();
  private Duration said = Duration.ZERO;

  PlainProgress(Screenful screen, Map<String, Integer> steps) {
    this.screen = screen;
    this.board = new Board(steps);
  }

  @Override
  public synchronized void accept(SyncEvent event) {
    Duration now = watch.elapsed();
    Track track = board.note(event, now);
    if (event instanceof SyncEvent.Ended ended) {
      say(now, ended.dataset() + ": " + outcome(ended.report()));
    } else if (event instanceof SyncEvent.Kept && now.minus(said).compareTo(SILENCE) > 0) {
      say(now, track.dataset() + ": " + soFar(track, now));
    }
  }

  private void say(Duration now, String line) {
    said = now;
    screen.err().println(line);
  }

  private static String soFar(Track track, Duration now) {
    return "%d of %d steps, %s rows%s"
        .formatted(
            track.done(),
            track.steps(),
            Figures.grouped(track.rows()),
            track.left(now).map(left -> ", about " + Times.about(left) + " left").orElse(""));
  }

  private static String outcome(DatasetReport report) {
    return "%s, %s rows, %s added, %s changed, %s closed, %s requests"
        .formatted(
            StatusText.of(report.status()),
            Figures.grouped(report.changes().read()),
            Figures.grouped(report.changes().added()),
            Figures.grouped(report.changes().changed()),
            Figures.grouped(report.changes().closed()),
            Figures.grouped(report.requests()));
  }

  @Override
  public void close() {}
}
