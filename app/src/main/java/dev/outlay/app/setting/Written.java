package dev.outlay.app.setting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What somebody wrote as the value of a setting, and where: {@code outlay.yml line 3}. */
public sealed interface Written {
  String place();

  /** One word, number or sentence; YAML's own types are not used, the setting knows its own. */
  record Text(String text, String place) implements Written {}

  /** A list. */
  record Items(List<Written> items, String place) implements Written {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** Names and values, in the order they were written. */
  record Fields(Map<String, Written> fields, String place) implements Written {
    public static final Fields NONE = new Fields(Map.of(), "");

    public Fields {
      fields = new LinkedHashMap<>(fields);
    }
  }

  /** This with every text changed. */
  default Written map(UnaryOperator<Text> change) {
    return switch (this) {
      case Text text -> change.apply(text);
      case Items(var items, var place) ->
          new Items(items.stream().map(each -> each.map(change)).toList(), place);
      case Fields(var fields, var place) -> {
        Map<String, Written> changed = new LinkedHashMap<>();
        fields.forEach((name, value) -> changed.put(name, value.map(change)));
        yield new Fields(changed, place);
      }
    };
  }
}
