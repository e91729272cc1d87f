package dev.outlay.store;

import dev.outlay.table.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Loads that one comparison does for: no two touch the same rows, those of one table have
 * conditions on the same columns, and times so near that few others lie between.
 */
final class Companions {
  private static final Duration NEAR = Duration.ofDays(35);

  private final Map<String, SmallLoad> firstOfTable = new HashMap<>();
  private final Map<String, List<SmallLoad>> ofConnection = new HashMap<>();

  /** Whether it goes with all that were taken; then it is taken too. */
  boolean take(SmallLoad load) {
    List<SmallLoad> same =
        ofConnection.computeIfAbsent(load.delivery().connection(), _ -> new ArrayList<>());
    boolean goes =
        same.stream().noneMatch(each -> Claims.overlap(each.delivery(), load.delivery()))
            && load.tables().stream().allMatch(kept -> isLikeFirst(kept, load));
    if (goes) {
      same.add(load);
      load.tables().forEach(kept -> firstOfTable.putIfAbsent(kept.table().name(), load));
    }
    return goes;
  }

  private boolean isLikeFirst(Kept kept, SmallLoad load) {
    SmallLoad first = firstOfTable.getOrDefault(kept.table().name(), load);
    return columns(first).equals(columns(load))
        && Duration.between(start(first), start(load)).abs().compareTo(NEAR) <= 0;
  }

  private static List<String> columns(SmallLoad load) {
    return load.delivery().scope().conditions().stream().map(Scope.Condition::column).toList();
  }

  private static Instant start(SmallLoad load) {
    return load.delivery().scope().during().map(each -> each.span().start()).orElse(Instant.EPOCH);
  }
}
