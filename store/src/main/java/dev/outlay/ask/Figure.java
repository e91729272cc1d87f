package dev.outlay.ask;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One figure of an answer.
 *
 * @param measure which
 * @param time the start of its bucket; empty for the whole period
 * @param groups the ids of its groups, as the ask is broken down; none for all of them together
 */
public record Figure(String measure, Optional<Instant> time, List<@Nullable String> groups) {
  public Figure {
    groups = Collections.unmodifiableList(new ArrayList<>(groups));
  }
}
