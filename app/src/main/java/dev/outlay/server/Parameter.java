package dev.outlay.server;

import dev.outlay.app.setting.Nearest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One thing a route takes in its path or in its query.
 *
 * @param name as in the address, snake_case
 * @param meaning for people, one line
 * @param accepts what it takes, said to somebody who gave something else
 * @param schema its JSON Schema
 * @param parse throws IllegalArgumentException or DateTimeException where a text is no value
 * @param required whether it has to be there; what is part of a path always is
 * @param example a value that works in every store, or empty
 */
public record Parameter<T>(
    String name,
    String meaning,
    String accepts,
    Map<String, Object> schema,
    Function<String, T> parse,
    boolean required,
    Optional<String> example) {

  public static Parameter<String> text(String name, String meaning) {
    return of(name, meaning, "text", Map.of("type", "string"), text -> text);
  }

  /** Any value that is written as text; the parser throws IllegalArgumentException. */
  public static <T> Parameter<T> of(
      String name, String meaning, String accepts, Function<String, T> parse) {
    return of(name, meaning, accepts, Map.of("type", "string"), parse);
  }

  public static Parameter<Instant> instant(String name, String meaning) {
    return of(
        name,
        meaning,
        "a time such as 2026-01-31T12:00:00Z",
        ordered("type", "string", "format", "date-time"),
        Instant::parse);
  }

  public static Parameter<Integer> number(String name, String meaning, int least, int most) {
    return of(
        name,
        meaning,
        "a whole number from " + least + " to " + most,
        ordered("type", "integer", "minimum", least, "maximum", most),
        text -> within(Integer.parseInt(text), least, most));
  }

  public static Parameter<String> oneOf(String name, String meaning, List<String> words) {
    return of(
        name,
        meaning,
        "one of " + String.join(", ", words),
        ordered("type", "string", "enum", words),
        text -> known(text, words));
  }

  public Parameter<T> must() {
    return new Parameter<>(name, meaning, accepts, schema, parse, true, example);
  }

  public Parameter<T> example(String value) {
    return new Parameter<>(name, meaning, accepts, schema, parse, required, Optional.of(value));
  }

  /** The value; Refusal names the parameter and says what it takes. */
  T value(String text) {
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw Refusal.parameter(name, "takes " + accepts, why(e));
    }
  }

  private static String why(RuntimeException e) {
    return e instanceof NotKnown && e.getMessage() != null ? e.getMessage() : "";
  }

  private static <T> Parameter<T> of(
      String name,
      String meaning,
      String accepts,
      Map<String, Object> schema,
      Function<String, T> parse) {
    return new Parameter<>(name, meaning, accepts, schema, parse, false, Optional.empty());
  }

  private static Map<String, Object> ordered(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(String.valueOf(pairs[i]), pairs[i + 1]);
    }
    return map;
  }

  private static int within(int number, int least, int most) {
    if (number < least || number > most) {
      throw new IllegalArgumentException();
    }
    return number;
  }

  private static String known(String text, List<String> words) {
    if (!words.contains(text)) {
      throw new NotKnown(Nearest.to(text, words).orElse(""));
    }
    return text;
  }

  /** The message is the nearest word that is known. */
  private static final class NotKnown extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    NotKnown(String nearest) {
      super(nearest);
    }
  }
}
