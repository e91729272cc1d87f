package dev.outlay.dashboard;

import static java.util.Map.entry;

import dev.outlay.app.setting.Nearest;
import dev.outlay.app.setting.Written;
import dev.outlay.app.setting.WrongUse;
import dev.outlay.ask.Ask;
import dev.outlay.ask.AskFault;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A widget as somebody wrote it. */
record WidgetFields(String id, Written.Fields written) {
  /** What a name in the file is called in an ask. */
  private static final Map<String, String> OF_ASK =
      Map.ofEntries(
          entry("measure", "measures"),
          entry("measures", "measures"),
          entry("by", "by"),
          entry("where", "where"),
          entry("grain", "grain"),
          entry("window", "period"),
          entry("zone", "zone"),
          entry("compare", "compare"),
          entry("order", "order"),
          entry("limit", "limit"),
          entry("as_of", "as_of"));

  private static final List<String> OWN = List.of("kind", "title", "format");

  /** The widget; WrongUse where it cannot be understood. */
  Widget read() {
    checkNames();
    Widget.Kind kind =
        named("kind", Widget.Kind.values())
            .orElseThrow(() -> wrong("has no kind: " + all(Widget.Kind.values())));
    return new Widget(
        id, kind, text("title").orElse(id), ask(kind), named("format", Widget.Format.values()));
  }

  /** A line over time is one of days, where nothing else is said. */
  private Ask ask(Widget.Kind kind) {
    Map<String, String> texts = new HashMap<>();
    written.fields().keySet().stream()
        .filter(OF_ASK::containsKey)
        .forEach(name -> texts.put(OF_ASK.get(name), text(name).orElse("")));
    if (kind == Widget.Kind.TIMESERIES) {
      texts.putIfAbsent("grain", "day");
    }
    try {
      return Ask.of(texts);
    } catch (AskFault fault) {
      throw wrong(String.valueOf(fault.getMessage()));
    }
  }

  private void checkNames() {
    List<String> known = Stream.concat(OWN.stream(), OF_ASK.keySet().stream()).sorted().toList();
    written.fields().keySet().stream()
        .filter(name -> !known.contains(name))
        .findFirst()
        .ifPresent(name -> {
          throw wrong(name + " means nothing here" + Nearest.hint(name, known));
        });
  }

  private <T extends Enum<T>> Optional<T> named(String field, T[] values) {
    return text(field)
        .map(word ->
            Arrays.stream(values)
                .filter(each -> each.toString().equals(word))
                .findFirst()
                .orElseThrow(() -> wrong(field + " takes " + all(values) + ", not " + word)));
  }

  private static <T> String all(T[] values) {
    return Arrays.stream(values).map(Object::toString).collect(Collectors.joining(", "));
  }

  private Optional<String> text(String field) {
    return Optional.ofNullable(written.fields().get(field)).map(words(field));
  }

  /** A list means the same as words with commas between them. */
  private Function<Written, String> words(String field) {
    return value ->
        switch (value) {
          case Written.Text text -> text.text().strip();
          case Written.Items items ->
              items.items().stream().map(words(field)).collect(Collectors.joining(","));
          case Written.Fields _ -> throw wrong(field + " takes a word or a list");
        };
  }

  private WrongUse wrong(String what) {
    return new WrongUse(written.place() + ": widget " + id + ": " + what);
  }
}
