package dev.outlay.admin;

import dev.outlay.dataset.Cells;
import dev.outlay.dataset.Misfit;
import dev.outlay.dataset.Node;
import dev.outlay.dataset.Width;
import dev.outlay.source.Answer;
import dev.outlay.table.Span;
import dev.outlay.table.Type.Plain;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Buckets must follow each other without gap or repeat, and all that had ended by the server's time
 * must be there: else a hole would look like a day without cost.
 */
final class BucketCheck implements Check {
  private final Span span;
  private final Width width;
  private Instant expectedAtPage;
  private Instant expected;
  private Instant current;
  private @Nullable Instant oldest;

  BucketCheck(Span span, Width width) {
    this.span = span;
    this.width = width;
    this.expectedAtPage = span.start();
    this.expected = span.start();
    this.current = span.start();
  }

  @Override
  public void pageBegins() {
    expected = expectedAtPage;
  }

  @Override
  public void outer(Node bucket) {
    current = time(bucket, "starting_at");
    if (!current.equals(expected)) {
      throw misplaced();
    }
    expected = current.plus(width.length());
    if (!time(bucket, "ending_at").equals(expected)) {
      throw new Misfit("ending_at", "the bucket of " + current + " does not end at " + expected);
    }
    if (expected.isAfter(span.end())) {
      throw new Misfit("starting_at", current + " lies after the time that was asked");
    }
  }

  @Override
  public boolean keep(@Nullable Object[] cells) {
    oldest = oldest == null || current.isBefore(oldest) ? current : oldest;
    return true;
  }

  @Override
  public void pageEnds(boolean more) {
    if (more && expected.equals(expectedAtPage)) {
      throw new Misfit("next_page", "a page without a bucket promises more");
    }
    expectedAtPage = expected;
  }

  @Override
  public Answer answer(Instant serverTime, Node envelope) {
    Instant ended = width.floor(serverTime);
    if (expected.isBefore(span.end()) && expected.isBefore(ended)) {
      throw new Incomplete("the bucket of " + expected + " and later ones are missing");
    }
    return new Answer(
        Span.of(span.start(), expected),
        oldest != null,
        Optional.ofNullable(oldest),
        Optional.empty());
  }

  private RuntimeException misplaced() {
    return current.isAfter(expected)
        ? new Incomplete("the bucket of " + expected + " is missing")
        : new Misfit("starting_at", "the bucket of " + current + " came twice or out of place");
  }

  private static Instant time(Node bucket, String name) {
    if (Cells.cell(Plain.INSTANT, bucket.get(name), name) instanceof Instant time) {
      return time;
    }
    throw new Misfit(name, "missing, and it is needed");
  }
}
