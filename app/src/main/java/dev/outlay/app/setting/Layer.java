package dev.outlay.app.setting;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** One place where settings are written; the first layer that has one wins. */
public interface Layer {
  Optional<Written> find(Setting<?> setting);

  /** Options of the command line, by the name of their setting. */
  static Layer flags(Map<String, String> flags) {
    return setting ->
        Optional.ofNullable(flags.get(setting.name()))
            .map(text -> new Written.Text(text, "--" + setting.name().replace('_', '-')));
  }

  /** Variables of the environment; an empty one counts as not set. */
  static Layer environment(Map<String, String> environment) {
    return setting ->
        Optional.ofNullable(environment.get(setting.variable()))
            .filter(text -> !text.isBlank())
            .map(text -> new Written.Text(text, setting.variable()));
  }

  /** A part of the file; its variables are filled when somebody asks, so that nobody else fails. */
  static Layer fields(Written.Fields fields, Template template) {
    return setting -> at(fields, setting.name()).map(template::fill);
  }

  private static Optional<Written> at(Written.Fields fields, String name) {
    Optional<Written> found = Optional.of(fields);
    for (String part : Arrays.asList(name.split("\\."))) {
      found =
          found.flatMap(each ->
              each instanceof Written.Fields inner
                  ? Optional.ofNullable(inner.fields().get(part))
                  : Optional.empty());
    }
    return found;
  }
}
