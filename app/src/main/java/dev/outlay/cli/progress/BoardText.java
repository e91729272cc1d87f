package dev.outlay.cli.progress;

import dev.outlay.cli.output.Figures;
import dev.outlay.cli.screen.Ink;
import dev.outlay.cli.screen.Times;
import dev.outlay.sync.DatasetReport;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * A board as lines, each no longer than the terminal is wide.
 *
 * @param width of the terminal
 */
record BoardText(Ink ink, int width) {
  private static final int BAR = 24;
  private static final int NARROW = 80;

  List<String> lines(Collection<Track> tracks, Duration now) {
    int name = tracks.stream().mapToInt(track -> track.dataset().length()).max().orElse(0);
    return tracks.stream().map(track -> line(track, name, now)).toList();
  }

  private String line(Track track, int name, Duration now) {
    String plain = "  %-" + name + "s  ";
    String figures =
        "  %11s rows %5s requests  "
            .formatted(Figures.grouped(track.rows()), Figures.grouped(track.requests()));
    int bar = width < NARROW ? 0 : BAR;
    String end = cut(state(track, now), width - name - bar - figures.length() - 5);
    return plain.formatted(track.dataset()) + bar(track, bar) + ink.dim(figures) + dyed(track, end);
  }

  private String bar(Track track, int cells) {
    int full =
        track.report().isPresent()
            ? cells
            : track.steps() == 0 ? 0 : Math.min(cells, cells * track.done() / track.steps());
    String done = "━".repeat(full);
    String open = "─".repeat(cells - full);
    return (track.report().isPresent() ? ink.green(done) : ink.blue(done)) + ink.dim(open);
  }

  private static String state(Track track, Duration now) {
    return track
        .report()
        .map(DatasetReport::status)
        .map(StatusText::of)
        .orElseGet(() ->
            track.began().isEmpty()
                ? "waiting"
                : track.left(now).map(left -> Times.about(left) + " left").orElse("reading"));
  }

  private String dyed(Track track, String text) {
    return track.report().isEmpty()
        ? text
        : switch (track.report().get().status()) {
          case OK -> ink.green(text);
          case NOT_ENTITLED, HELD, INTERRUPTED -> ink.yellow(text);
          case FAILED, REFUSED -> ink.red(text);
        };
  }

  private static String cut(String text, int cells) {
    return text.length() <= cells ? text : text.substring(0, Math.max(0, cells));
  }
}
