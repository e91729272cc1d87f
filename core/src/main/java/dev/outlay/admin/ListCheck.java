package dev.outlay.admin;

import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.Misfit;
import dev.outlay.dataset.Node;
import dev.outlay.source.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A list is not a snapshot: what is made while it is read shifts the rest, so that a thing may come
 * on two pages. It is kept once. A page that brings nothing new while promising more never ends.
 */
final class ListCheck implements Check {
  private final int[] key;
  private final Map<List<@Nullable Object>, Integer> seen = new HashMap<>();
  private final Map<List<@Nullable Object>, Integer> page = new HashMap<>();

  ListCheck(Dataset dataset) {
    this.key =
        IntStream.range(0, dataset.fields().size())
            .filter(i -> dataset.fields().get(i).column().key())
            .toArray();
  }

  @Override
  public void pageBegins() {
    page.clear();
  }

  /** Equal to one that came before: once. Another with the same key: the store will object. */
  @Override
  public boolean keep(@Nullable Object[] cells) {
    List<@Nullable Object> id = id(cells);
    List<@Nullable Object> row = new ArrayList<>();
    Collections.addAll(row, cells);
    Integer before = seen.getOrDefault(id, page.get(id));
    page.put(id, row.hashCode());
    return before == null || before != row.hashCode();
  }

  @Override
  public void pageEnds(boolean more) {
    if (more && seen.keySet().containsAll(page.keySet())) {
      throw new Misfit("data", "a page without anything new promises more");
    }
    seen.putAll(page);
  }

  @Override
  public Answer answer(Instant serverTime, Node envelope) {
    return new Answer(Optional.empty(), !seen.isEmpty(), Optional.empty(), Optional.empty());
  }

  private List<@Nullable Object> id(@Nullable Object[] cells) {
    List<@Nullable Object> id = new ArrayList<>(key.length);
    for (int i : key) {
      id.add(cells[i]);
    }
    return id;
  }
}
