package dev.outlay.app.setting;

import java.util.Optional;
import java.util.function.Function;

/**
 * What values a setting takes.
 *
 * @param accepts said to people: {@code a whole number from 1 to 10}
 * @param parse empty where the value is not one of them
 * @param secret whether a value may not be repeated
 */
public record Kind<T>(String accepts, Function<Written, Optional<T>> parse, boolean secret) {
  /** A kind written as one text. */
  public static <T> Kind<T> text(String accepts, Function<String, Optional<T>> parse) {
    return new Kind<>(
        accepts,
        written ->
            written instanceof Written.Text text
                ? parse.apply(text.text().strip())
                : Optional.empty(),
        false);
  }

  /** The value; WrongUse says what would have been right. */
  T value(String name, Written written) {
    return parse
        .apply(written)
        .orElseThrow(() ->
            new WrongUse(written.place() + ": " + name + shown(written) + " takes " + accepts));
  }

  private String shown(Written written) {
    return written instanceof Written.Text(var text, _) && !secret
        ? " is '" + Secrets.mask(text) + "', but"
        : "";
  }
}
