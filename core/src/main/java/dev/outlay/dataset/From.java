package dev.outlay.dataset;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the value of a column comes from. */
public sealed interface From {
  /**
   * The item of the innermost list.
   *
   * @param spellings the paths it is known under, the newest first
   * @param required whether an answer without it is unreadable
   */
  record Item(List<List<String>> spellings, boolean required) implements From {}

  /** The object round the innermost list: a bucket, a group of limits. */
  record Outer(List<List<String>> spellings, boolean required) implements From {}

  /** What was asked: {@code bucket_width}, {@code grouped_by}, {@code parent} and so on. */
  record Asked(String name) implements From {}

  /**
   * Worked out from the item, for what no path can say.
   *
   * @param work gives a cell or throws {@link Misfit}
   * @param reads the names of the item's fields it looks at
   */
  record Worked(Function<Node, @Nullable Object> work, Set<String> reads) implements From {}

  /** A field of the item, by path: {@code item("cache_creation.ephemeral_1h_input_tokens")}. */
  static From item(String path, String... olderSpellings) {
    return new Item(paths(path, olderSpellings), false);
  }

  /** A field of the item without which the answer is unreadable. */
  static From needed(String path, String... olderSpellings) {
    return new Item(paths(path, olderSpellings), true);
  }

  /** A field of the object round the items, without which the answer is unreadable. */
  static From bucket(String path) {
    return new Outer(paths(path), true);
  }

  /** A field of the object round the items. */
  static From outer(String path, String... olderSpellings) {
    return new Outer(paths(path, olderSpellings), false);
  }

  static From asked(String name) {
    return new Asked(name);
  }

  static From worked(Function<Node, @Nullable Object> work, String... reads) {
    return new Worked(work, Set.of(reads));
  }

  /** The names of the item's own fields it may look at. */
  default Set<String> fields() {
    return switch (this) {
      case Item(var spellings, _) ->
          spellings.stream().map(List::getFirst).collect(Collectors.toSet());
      case Worked(_, var reads) -> reads;
      case Outer _, Asked _ -> Set.of();
    };
  }

  private static List<List<String>> paths(String path, String... more) {
    return Stream.concat(Stream.of(path), Stream.of(more))
        .map(each -> List.of(each.split("\\.")))
        .toList();
  }
}
