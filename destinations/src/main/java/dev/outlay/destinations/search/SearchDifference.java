package dev.outlay.destinations.search;

import dev.outlay.destination.Changes;
import dev.outlay.table.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes what differs between the rows that came and those that are there, part by part. */
record SearchDifference(Index index, Arrivals came, Bulk bulk) {
  private static final int AT_ONCE = 1000;

  /** What came is all there is of the scope. */
  Changes fill(Scope scope) {
    try (Spool there = new Spool()) {
      index.each(
          new SearchScope(index.table(), scope), kept -> there.add(kept.id(), kept.record()));
      int parts = came.large() || there.large() ? Spool.PARTS : 1;
      for (int part = 0; part < parts; part++) {
        fill(came.part(part, parts), kept(there, part, parts));
      }
    }
    return done();
  }

  /** What came is new or other; of what goes, what did not come as well. */
  Changes change(Arrivals gone) {
    int parts = came.large() || gone.large() ? Spool.PARTS : 1;
    for (int part = 0; part < parts; part++) {
      Map<String, byte[]> fresh = came.part(part, parts);
      Set<String> going = gone.part(part, parts).keySet();
      going.removeAll(fresh.keySet());
      put(fresh, new HashMap<>());
      slices(going).forEach(ids -> index.named(ids).values().forEach(bulk::remove));
    }
    return done();
  }

  private void fill(Map<String, byte[]> fresh, Map<String, Kept> kept) {
    Map<String, byte[]> unknown = new HashMap<>();
    Digest digest = digest();
    fresh.forEach((id, document) -> {
      Kept before = kept.remove(id);
      if (before == null) {
        unknown.put(id, document);
      } else {
        put(before, document, digest);
      }
    });
    putUnknown(unknown);
    kept.values().forEach(bulk::remove);
  }

  /** A row may have come from outside the scope; an index tells so by itself. */
  private void putUnknown(Map<String, byte[]> unknown) {
    if (index.place().stream()) {
      put(unknown, new HashMap<>());
    } else {
      unknown.forEach(bulk::put);
    }
  }

  private void put(Map<String, byte[]> fresh, Map<String, Kept> kept) {
    for (List<String> ids : slices(fresh.keySet())) {
      kept.clear();
      kept.putAll(index.named(ids));
      ids.forEach(id -> put(id, Objects.requireNonNull(fresh.get(id)), kept.get(id)));
    }
  }

  private void put(String id, byte[] document, @Nullable Kept before) {
    if (before == null) {
      bulk.put(id, document);
    } else {
      put(before, document, digest());
    }
  }

  private void put(Kept before, byte[] document, Digest digest) {
    if (before.digest() != digest.of(document)) {
      bulk.replace(before, document);
    }
  }

  private Changes done() {
    bulk.flush();
    return bulk.changes(came.rows());
  }

  private Digest digest() {
    return new Digest(index.table(), Set.of());
  }

  private static Map<String, Kept> kept(Spool there, int part, int of) {
    Map<String, Kept> kept = new HashMap<>();
    there.each(
        part,
        of,
        record -> {
          Kept each = Kept.of(record);
          kept.put(each.id(), each);
        });
    return kept;
  }

  private static List<List<String>> slices(Collection<String> ids) {
    List<String> all = new ArrayList<>(ids);
    List<List<String>> slices = new ArrayList<>();
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      slices.add(all.subList(from, Math.min(from + AT_ONCE, all.size())));
    }
    return slices;
  }
}
