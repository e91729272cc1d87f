package dev.outlay.testkit.dataset;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The items of a page and the objects round them, to be changed in place. */
record Items(List<Map<String, @Nullable Object>> outer, List<Map<String, @Nullable Object>> items) {
  static Items of(Fixture fixture, Map<String, @Nullable Object> page) {
    List<String> lists = fixture.dataset().items();
    if (lists.isEmpty()) {
      return new Items(List.of(page), List.of(page));
    }
    List<Map<String, @Nullable Object>> first = Tree.objects(page.get(lists.getFirst()));
    return lists.size() == 1
        ? new Items(List.of(page), first)
        : new Items(
            first,
            first.stream()
                .flatMap(each -> Tree.objects(each.get(lists.getLast())).stream())
                .toList());
  }
}
