package dev.outlay.dataset;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object of an answer: String, Long, BigDecimal, Boolean, Node, List or null by name. A
 * plain array of pairs, because millions of them are made and most have a dozen fields. One thread
 * at a time.
 */
public final class Node {
  private String[] names;
  private @Nullable Object[] values;
  private int size;

  /** An empty object with room for so many fields before it has to grow. */
  public Node(int room) {
    names = new String[room];
    values = new Object[room];
  }

  /** Adds a field; the parser's own (canonical) name string makes look-ups cheap. */
  public void add(String name, @Nullable Object value) {
    if (size == names.length) {
      names = Arrays.copyOf(names, size * 2 + 4);
      values = Arrays.copyOf(values, size * 2 + 4);
    }
    names[size] = name;
    values[size++] = value;
  }

  /** The value of the field, or null where it is null or missing. */
  public @Nullable Object get(String name) {
    int i = indexOf(name, 0);
    return i < 0 ? null : values[i];
  }

  /** The value at the path of names; null where any step is null, missing or no object. */
  public @Nullable Object at(List<String> path) {
    @Nullable Object value = this;
    for (int i = 0; i < path.size() && value != null; i++) {
      value = value instanceof Node node ? node.get(path.get(i)) : null;
    }
    return value;
  }

  /** Where the field is, looked for at the likely place first; negative where it is missing. */
  int indexOf(String name, int likely) {
    if (likely < size && names[likely].equals(name)) {
      return likely;
    }
    for (int i = 0; i < size; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** The objects in the array of that name; none where it is null or missing. */
  public List<Node> each(String name) {
    return switch (get(name)) {
      case null -> List.of();
      case Collection<?> many when many.stream().allMatch(Node.class::isInstance) ->
          many.stream().map(Node.class::cast).toList();
      case Object other -> throw Cells.misfit(name, other, "a list of objects");
    };
  }

  /** The object of that name; an empty one where it is null or missing. */
  public Node child(String name) {
    return switch (get(name)) {
      case null -> new Node(0);
      case Node node -> node;
      case Object other -> throw Cells.misfit(name, other, "an object");
    };
  }

  /** The names, in the order they came. */
  public List<String> names() {
    return List.of(Arrays.copyOf(names, size));
  }

  /** The object as JSON text with sorted names, so that equal objects have equal texts. */
  public String json() {
    return CanonicalJson.of(this);
  }

  IntStream sorted() {
    return IntStream.range(0, size)
        .boxed()
        .sorted((a, b) -> names[a].compareTo(names[b]))
        .mapToInt(Integer::intValue);
  }

  String name(int i) {
    return names[i];
  }

  @Nullable Object value(int i) {
    return values[i];
  }
}
