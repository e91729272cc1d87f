package dev.outlay.price;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Names and values of a price file; numbers are read from their text and stay exact. */
final class Section {
  private final String file;
  private final String place;
  private final Map<String, Node> fields = new LinkedHashMap<>();

  private Section(String file, MappingNode node) {
    this.file = file;
    this.place = place(file, node);
    for (NodeTuple each : node.getValue()) {
      String name = text(each.getKeyNode());
      if (fields.put(name, each.getValueNode()) != null) {
        throw wrong(each.getKeyNode(), name + " is there twice");
      }
    }
  }

  static Section of(String file, Node node) {
    if (node instanceof MappingNode map) {
      return new Section(file, map);
    }
    throw new BadPrices(place(file, node), "prices are written as name: value");
  }

  /** Refuses every name but these. */
  Section only(Set<String> names) {
    fields.forEach((name, node) -> {
      if (!names.contains(name)) {
        throw wrong(node, "'" + name + "' is not known here; known are " + listed(names));
      }
    });
    return this;
  }

  Set<String> names() {
    return fields.keySet();
  }

  Optional<String> text(String name) {
    return field(name).map(this::text);
  }

  List<String> texts(String name) {
    return items(name).stream().map(this::text).toList();
  }

  Optional<Section> section(String name) {
    return field(name).map(node -> of(file, node));
  }

  List<Section> sections(String name) {
    return items(name).stream().map(node -> of(file, node)).toList();
  }

  Optional<BigDecimal> decimal(String name) {
    return read(name, "a number such as 12.5", BigDecimal::new);
  }

  Optional<LocalDate> day(String name) {
    return read(name, "a day such as 2026-11-01", LocalDate::parse);
  }

  /** Reads a text; the place is told when it does not fit. */
  <T> Optional<T> read(String name, String wanted, Function<String, T> reader) {
    return field(name).map(node -> read(name, node, wanted, reader));
  }

  private <T> T read(String name, Node node, String wanted, Function<String, T> reader) {
    try {
      return reader.apply(text(node));
    } catch (IllegalArgumentException | DateTimeException _) {
      throw wrong(node, name + " is '" + text(node) + "', not " + wanted);
    }
  }

  BadPrices wrong(String name, String what) {
    return field(name).map(node -> wrong(node, what)).orElse(new BadPrices(place, what));
  }

  private Optional<Node> field(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  private List<Node> items(String name) {
    return field(name).map(this::items).orElse(List.of());
  }

  private List<Node> items(Node node) {
    if (node instanceof SequenceNode list) {
      return list.getValue();
    }
    throw wrong(node, "a list is wanted here, each item behind a dash");
  }

  private String text(Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw wrong(node, "one value is wanted here");
  }

  private BadPrices wrong(Node node, String what) {
    return new BadPrices(place(file, node), what);
  }

  private static String listed(Set<String> names) {
    return String.join(", ", names.stream().sorted().toList());
  }

  private static String place(String file, Node node) {
    return file + node.getStartMark().map(mark -> " line " + (mark.getLine() + 1)).orElse("");
  }
}
