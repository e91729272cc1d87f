package dev.outlay.store;

import dev.outlay.destination.Delivery;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Rows;
import dev.outlay.table.Scope;
import java.util.List;
import java.util.Optional;

/** A whole small answer that waits to be kept. */
record SmallLoad(Inflow.About about, List<Kept> tables, SmallAnswer answer, Checkpoint after) {
  Delivery delivery() {
    return about.delivery();
  }

  KnownCheckpoints.Place place() {
    return new KnownCheckpoints.Place(about.connection(), delivery().series());
  }

  long rows() {
    return answer.parts().stream().mapToLong(part -> part.rows().size()).sum();
  }

  /** Whether it may be kept with others: what is odd about it is looked at alone. */
  boolean isPlain() {
    try {
      return delivery().scope().conditions().stream().allMatch(SmallLoad::isPlain)
          && answer.parts().stream().allMatch(part -> kept(part.rows()).isPresent())
          && tables.stream().noneMatch(this::suspectsTwins);
    } catch (Misfit _) {
      return false;
    }
  }

  private static boolean isPlain(Scope.Condition condition) {
    return condition instanceof Scope.Equal || condition instanceof Scope.During;
  }

  private boolean suspectsTwins(Kept kept) {
    Scope scope = delivery().scope();
    Fence fence = new Fence(kept.table(), scope);
    TwinWatch twins = new TwinWatch(kept, scope);
    for (Rows rows : of(kept)) {
      rows.cells()
          .forEach(cells -> {
            fence.check(cells);
            twins.see(cells);
          });
    }
    return twins.suspects();
  }

  /** Its rows of that table. */
  List<Rows> of(Kept kept) {
    return answer.parts().stream()
        .map(SmallAnswer.Part::rows)
        .filter(rows -> rows.table().name().equals(kept.table().name()))
        .toList();
  }

  private Optional<Kept> kept(Rows rows) {
    return tables.stream()
        .filter(kept -> kept.table().name().equals(rows.table().name()))
        .findFirst();
  }
}
