package dev.outlay.cli.progress;

import dev.outlay.sync.SyncEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A board that is drawn over itself, and gone in the end: the summary says it all again. */
final class LiveProgress implements Progress {
  private static final Duration FRAME = Duration.ofMillis(100);
  private static final String CLEAR_LINE = "\u001b[2K";

  private final Screenful screen;
  private final Board board;
  private final BoardText text;
  private final Watch watch = Watch.begin();
  private Duration drawn = FRAME.negated();
  private int height;

  LiveProgress(Screenful screen, Map<String, Integer> steps) {
    this.screen = screen;
    this.board = new Board(steps);
    this.text = new BoardText(screen.ink(), screen.width());
  }

  @Override
  public synchronized void accept(SyncEvent event) {
    Duration now = watch.elapsed();
    board.note(event, now);
    if (now.minus(drawn).compareTo(FRAME) >= 0 || event instanceof SyncEvent.Ended) {
      drawn = now;
      draw(text.lines(board.tracks(), now));
    }
  }

  private void draw(List<String> lines) {
    StringBuilder frame = new StringBuilder(up());
    lines.forEach(line -> frame.append(CLEAR_LINE).append(line).append('\n'));
    height = lines.size();
    screen.err().print(frame);
    screen.err().flush();
  }

  private String up() {
    return height == 0 ? "" : "\u001b[" + height + "A\r";
  }

  @Override
  public synchronized void close() {
    screen.err().print(up() + "\u001b[J");
    screen.err().flush();
    height = 0;
  }
}
