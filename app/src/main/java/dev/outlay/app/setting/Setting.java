package dev.outlay.app.setting;

import java.util.Locale;
import java.util.Optional;

/**
 * One thing that can be set; parsing, checking and the reference all come from here.
 *
 * @param name as in the file, with dots where the file nests
 * @param kind what it takes
 * @param fallback what holds where nothing is written, as it would be written; or empty
 * @param meaning for people, one sentence
 */
public record Setting<T>(String name, Kind<T> kind, String fallback, String meaning) {
  /** The environment variable that sets it. */
  public String variable() {
    return "OUTLAY_" + name.replace('.', '_').toUpperCase(Locale.ROOT);
  }

  Optional<T> fallbackValue() {
    return Optional.of(fallback)
        .filter(text -> !text.isEmpty())
        .map(text -> kind.value(name, new Written.Text(text, "default")));
  }
}
