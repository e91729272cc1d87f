package dev.outlay.testkit;

import dev.outlay.destination.Changes;
import dev.outlay.table.Column;
import dev.outlay.table.Table;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Changes of one table, applied to rows by their key as plainly as possible. */
record MemoryChange(Table table, Map<String, List<@Nullable Object>> added, Set<String> removed) {
  <K> Changes apply(
      Map<String, K> kept,
      Function<List<@Nullable Object>, K> keep,
      Function<K, List<@Nullable Object>> cells) {
    long gone =
        removed.stream()
            .filter(key -> !added.containsKey(key))
            .filter(key -> kept.remove(key) != null)
            .count();
    long fresh = 0;
    long changed = 0;
    for (Map.Entry<String, List<@Nullable Object>> row : added.entrySet()) {
      K before = kept.get(row.getKey());
      if (before == null) {
        fresh++;
      } else if (!same(cells.apply(before), row.getValue())) {
        changed++;
      }
      kept.put(row.getKey(), keep.apply(row.getValue()));
    }
    return new Changes(added.size(), fresh, changed, gone, false);
  }

  private boolean same(List<@Nullable Object> one, List<@Nullable Object> other) {
    return IntStream.range(0, one.size())
        .filter(i -> table.columns().get(i).role() != Column.Role.REMARK)
        .allMatch(i -> Objects.equals(one.get(i), other.get(i)));
  }
}
