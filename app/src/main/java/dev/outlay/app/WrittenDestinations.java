package dev.outlay.app;

import dev.outlay.app.setting.Kinds;
import dev.outlay.app.setting.Known;
import dev.outlay.app.setting.Layer;
import dev.outlay.app.setting.Layers;
import dev.outlay.app.setting.Setting;
import dev.outlay.app.setting.Template;
import dev.outlay.app.setting.Written;
import dev.outlay.app.setting.WrongUse;
import dev.outlay.export.Formats;
import dev.outlay.export.Named;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads {@code destinations}: a list of places that are kept current. */
record WrittenDestinations(Map<String, String> environment) {
  static final String PART = "destinations";
  static final Setting<String> NAME =
      new Setting<>("name", Kinds.text("a name"), "", "What the destination is called.");
  static final Setting<String> TO =
      new Setting<>(
          "to",
          Kinds.secret("an address such as postgresql://user:password@host/database"),
          "",
          "Its address. A password is better written as `${NAME}`, which is read from the environment.");
  static final Setting<String> FORMAT =
      new Setting<>(
          "format",
          Kinds.oneOf(Formats.all().names().toArray(new String[0])),
          Formats.TABLES,
          "In which form rows are passed on.");
  static final Setting<Set<String>> DATASETS =
      new Setting<>(
          "datasets", Kinds.words("a list of datasets"), "", "Which; without it all of the form.");
  static final Setting<Map<String, Set<String>>> OPTIONS =
      new Setting<>(
          "options", Kinds.named("names and values"), "", "What the format lets one choose.");
  static final List<Setting<?>> SETTINGS = List.of(NAME, TO, FORMAT, DATASETS, OPTIONS);

  List<Named> read(@Nullable Written written) {
    List<Named> all =
        switch (written) {
          case null -> List.of();
          case Written.Items(var items, var place) ->
              items.stream().map(item -> destination(item, place)).toList();
          default -> throw shape(written.place());
        };
    refuseTwins(all);
    return all;
  }

  private Named destination(Written item, String place) {
    if (!(item instanceof Written.Fields fields)) {
      throw shape(place);
    }
    Known.of(SETTINGS).check(fields);
    Layers layers = new Layers(List.of(Layer.fields(fields, new Template(environment))));
    return new Named(
        needed(layers, NAME, fields),
        needed(layers, TO, fields),
        layers.get(FORMAT),
        layers.find(DATASETS).orElse(Set.of()),
        options(layers));
  }

  /** An option that is a list is written with commas, as on the command line. */
  private static Map<String, String> options(Layers layers) {
    Map<String, String> options = new HashMap<>();
    layers
        .find(OPTIONS)
        .orElse(Map.of())
        .forEach((name, words) -> options.put(name, String.join(",", new TreeSet<>(words))));
    return options;
  }

  private static String needed(Layers layers, Setting<String> setting, Written.Fields fields) {
    return layers
        .find(setting)
        .orElseThrow(() ->
            new WrongUse(
                fields.place()
                    + ": a destination needs "
                    + setting.name()
                    + ": "
                    + setting.kind().accepts()));
  }

  private static WrongUse shape(String place) {
    return new WrongUse(place + ": destinations takes a list whose items begin with '- name: …'");
  }

  private static void refuseTwins(List<Named> all) {
    Set<String> seen = new HashSet<>();
    all.stream()
        .filter(each -> !seen.add(each.name()))
        .findFirst()
        .ifPresent(each -> {
          throw new WrongUse(
              "two destinations are called " + each.name() + "; give each a name of its own");
        });
  }
}
