package dev.outlay.testkit.ask;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An answer, as plain values. */
public record Told(
    List<Line> lines, List<@Nullable Number> totals, List<@Nullable Number> previous) {
  /**
   * One row.
   *
   * @param ids of its groups
   * @param others how many groups it stands for
   */
  public record Line(
      Optional<Instant> time,
      List<@Nullable String> ids,
      List<@Nullable Number> values,
      List<@Nullable Number> previous,
      int others) {
    public Line {
      ids = Collections.unmodifiableList(new ArrayList<>(ids));
    }
  }
}
