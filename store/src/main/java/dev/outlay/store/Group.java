package dev.outlay.store;

import dev.outlay.destination.Changes;
import dev.outlay.table.Checkpoint;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Small loads that are kept in one transaction, with as many statements as one of them would take.
 * What is odd about one of them, such as that it would close too much, is left out: it has to be
 * looked at alone.
 */
final class Group {
  private final Session session;
  private final Claims claims;
  private final List<SmallLoad> loads;
  private final Map<Integer, Changes> changes = new HashMap<>();
  private final Set<Integer> odd = new HashSet<>();
  private long sequence;

  Group(Session session, Claims claims, List<SmallLoad> loads) {
    this.session = session;
    this.claims = claims;
    this.loads = loads;
  }

  /** What each came to that was kept, by its place; for the one who may write. */
  Map<Integer, Changes> keep() throws SQLException {
    session.atomically(this::kept);
    numbers().forEach(this::tell);
    changes.keySet().removeAll(odd);
    return changes;
  }

  /** Whether any row was written. */
  boolean hasWritten() {
    return sequence > 0;
  }

  private int kept() throws SQLException {
    leaveOut();
    List<Difference> differences = new ArrayList<>();
    for (Side side : sides()) {
      Difference difference = side.difference();
      difference.compare(List.of("TRUE")).forEach(this::count);
      differences.add(difference);
    }
    if (numbers().stream().anyMatch(this::differs)) {
      sequence = claims.reserve();
      apply(differences);
    }
    return loads.size();
  }

  private void leaveOut() throws SQLException {
    Set<String> held =
        new HashSet<>(
            session.rows(
                "SELECT _connection || ' ' || series FROM app.held", row -> row.getString(1)));
    for (int i = 0; i < loads.size(); i++) {
      SmallLoad load = loads.get(i);
      changes.put(i, new Changes(load.rows(), 0, 0, 0, false));
      if (!load.about().wanted().getAsBoolean()
          || held.contains(load.about().connection() + " " + load.delivery().series())) {
        odd.add(i);
      }
    }
  }

  private List<Side> sides() {
    Set<Kept> tables = new LinkedHashSet<>();
    numbers().forEach(number -> tables.addAll(loads.get(number).tables()));
    return tables.stream()
        .map(kept ->
            new Side(
                session,
                kept,
                numbers().stream()
                    .filter(number -> loads.get(number).tables().contains(kept))
                    .map(number -> new Side.Numbered(number, loads.get(number)))
                    .toList()))
        .toList();
  }

  private void count(Difference.Part part) {
    changes.merge(part.load(), part.changes(), Changes::plus);
    if (part.settledClosed() > Closings.FEW) {
      odd.add(part.load());
    }
  }

  private boolean differs(int number) {
    Changes each = changes.getOrDefault(number, Changes.NONE);
    return each.added() + each.changed() + each.closed() > 0;
  }

  private void apply(List<Difference> differences) throws SQLException {
    for (Difference difference : differences) {
      for (int number : odd) {
        difference.drop(number);
      }
      difference.apply(sequence);
    }
    Map<KnownCheckpoints.Place, Checkpoint> known = new LinkedHashMap<>();
    numbers().stream()
        .filter(this::differs)
        .map(loads::get)
        .forEach(load -> known.put(load.place(), load.after()));
    new CheckpointBatch(session).keep(known, sequence);
  }

  private void tell(int number) {
    SmallLoad load = loads.get(number);
    if (differs(number)) {
      load.about().committed(load.after());
    } else {
      load.about().nothingNew(load.after());
    }
    claims.committed(load.delivery(), differs(number) ? sequence : 0);
  }

  private List<Integer> numbers() {
    return IntStream.range(0, loads.size()).boxed().filter(i -> !odd.contains(i)).toList();
  }
}
