package dev.outlay.app.setting;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The names that mean something in one part of the file; what is misspelt must not be ignored. */
public record Known(List<String> names) {
  public Known {
    names = List.copyOf(names);
  }

  public static Known of(Collection<? extends Setting<?>> settings) {
    return new Known(settings.stream().map(Setting::name).toList());
  }

  /** These and more. */
  public Known among(Collection<? extends Setting<?>> settings, String... others) {
    return new Known(
        Stream.of(names.stream(), settings.stream().map(Setting::name), Stream.of(others))
            .flatMap(each -> each)
            .toList());
  }

  /** WrongUse for the first name that means nothing. */
  public void check(Written.Fields fields) {
    check(fields, "");
  }

  private void check(Written.Fields fields, String prefix) {
    for (Map.Entry<String, Written> field : fields.fields().entrySet()) {
      String name = prefix + field.getKey();
      if (!names.contains(name)) {
        check(nested(name, field.getKey(), field.getValue(), prefix), name + ".");
      }
    }
  }

  private Written.Fields nested(String name, String key, Written value, String prefix) {
    if (names.stream().noneMatch(each -> each.startsWith(name + "."))) {
      throw new WrongUse(
          value.place()
              + ": "
              + Secrets.mask(key)
              + " is not a setting"
              + (prefix.isEmpty() ? "" : " of " + prefix.substring(0, prefix.length() - 1))
              + Nearest.hint(key, within(prefix)));
    }
    if (value instanceof Written.Fields inner) {
      return inner;
    }
    throw new WrongUse(
        value.place()
            + ": "
            + name
            + " takes names and values: "
            + String.join(", ", within(name + ".")));
  }

  private List<String> within(String prefix) {
    return names.stream()
        .filter(name -> name.startsWith(prefix))
        .map(name -> name.substring(prefix.length()).split("\\.")[0])
        .distinct()
        .toList();
  }
}
