package dev.outlay.store;

import dev.outlay.destination.Delivery;
import dev.outlay.store.KnownCheckpoints.Place;
import dev.outlay.table.Scope;
import dev.outlay.table.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Who may write, and in which order. Also remembers the open loads that went straight into their
 * table: they do not see what others committed since they began, and must compare after all when
 * that touches them.
 */
final class Claims {
  /** One open load. */
  static final class Claim {
    private final Delivery delivery;
    private final Place place;
    private boolean overtaken;

    private Claim(Delivery delivery, Place place) {
      this.delivery = delivery;
      this.place = place;
    }

    boolean overtaken() {
      return overtaken;
    }
  }

  private final ReentrantLock writer = new ReentrantLock(true);
  private final List<Claim> open = new ArrayList<>();
  private long reserved;
  private long committed;

  Claims(long newest) {
    reserved = newest;
    committed = newest;
  }

  ReentrantLock writer() {
    return writer;
  }

  synchronized Claim claim(Delivery delivery, int connection) {
    Claim claim = new Claim(delivery, new Place(connection, delivery.series()));
    open.add(claim);
    return claim;
  }

  synchronized void release(Claim claim) {
    open.remove(claim);
  }

  synchronized long reserve() {
    return ++reserved;
  }

  synchronized boolean inOrder(long sequence) {
    return sequence > committed;
  }

  synchronized void committed(Claim by, long sequence) {
    committed = Math.max(committed, sequence);
    open.stream()
        .filter(claim -> claim != by && overlap(claim.delivery, by.delivery))
        .forEach(claim -> claim.overtaken = true);
  }

  /** By one that had no claim, since it was compared and written at once. */
  synchronized void committed(Delivery by, long sequence) {
    committed = Math.max(committed, sequence);
    open.stream()
        .filter(claim -> overlap(claim.delivery, by))
        .forEach(claim -> claim.overtaken = true);
  }

  /** How far these series are known was just committed: their open loads do not see it. */
  synchronized void known(Set<Place> places) {
    open.stream()
        .filter(claim -> places.contains(claim.place))
        .forEach(claim -> claim.overtaken = true);
  }

  static boolean overlap(Delivery one, Delivery other) {
    return one.connection().equals(other.connection())
        && (one.series().equals(other.series()) || shareRows(one, other));
  }

  private static boolean shareRows(Delivery one, Delivery other) {
    Set<String> tables = new HashSet<>(one.tables().stream().map(Table::name).toList());
    tables.retainAll(other.tables().stream().map(Table::name).toList());
    return !tables.isEmpty()
        && one.scope().conditions().stream()
            .noneMatch(
                mine -> other.scope().conditions().stream().anyMatch(its -> apart(mine, its)));
  }

  private static boolean apart(Scope.Condition one, Scope.Condition other) {
    if (!one.column().equals(other.column())) {
      return false;
    }
    if (one instanceof Scope.During a && other instanceof Scope.During b) {
      return a.span().intersect(b.span()).isEmpty();
    }
    return one instanceof Scope.Equal a
        && other instanceof Scope.Equal b
        && !a.value().equals(b.value());
  }
}
