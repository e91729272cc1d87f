package dev.outlay.admin;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A body that is closed when the server lets us wait for nothing: time spent in reading counts, not
 * time in which nobody read. A byte a second is nothing too.
 */
final class StallWatch extends FilterInputStream {
  private static final int LEAST_BYTES_A_SECOND = 100;
  private final long patience;
  private final ScheduledFuture<?> watch;
  private volatile long readingSince;
  private final AtomicLong waited = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private volatile boolean stalled;

  StallWatch(InputStream body, Duration patience, ScheduledExecutorService watches) {
    super(body);
    this.patience = patience.toNanos();
    this.watch =
        watches.scheduleAtFixedRate(
            this::look, this.patience / 4, this.patience / 4, TimeUnit.NANOSECONDS);
  }

  /** Whether the body was given up because nothing, or next to nothing, came. */
  boolean stalled() {
    return stalled;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    long before = System.nanoTime();
    readingSince = before;
    try {
      return count(in.read(into, offset, length));
    } finally {
      readingSince = 0;
      waited.addAndGet(System.nanoTime() - before);
    }
  }

  @Override
  public void close() throws IOException {
    watch.cancel(false);
    super.close();
  }

  private int count(int read) {
    bytes.addAndGet(Math.max(0, read));
    return read;
  }

  private void look() {
    long since = readingSince;
    long waiting = waited.get() + (since == 0 ? 0 : System.nanoTime() - since);
    if (waiting < patience) {
      return;
    }
    if (bytes.get() * TimeUnit.SECONDS.toNanos(1) < waiting * LEAST_BYTES_A_SECOND) {
      giveUp();
    }
    waited.set(0);
    bytes.set(0);
  }

  private void giveUp() {
    stalled = true;
    try {
      close();
    } catch (IOException e) {
      watch.cancel(false);
    }
  }
}
