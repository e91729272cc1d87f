package dev.outlay.simulator.api;

import dev.outlay.simulator.http.Request;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** Query parameters, read strictly; unknown ones are let through. */
record Query(Request request) {
  private static final int MOST_VALUES = 100;

  Optional<String> one(String name) {
    if (request.parameter(name + "[]").isPresent()) {
      throw Refusal.invalid(name + ": takes one value, without brackets");
    }
    return request.parameter(name);
  }

  /** The values of {@code name[]}; the bare name is a mistake the API does not forgive. */
  List<String> many(String name) {
    if (request.parameter(name).isPresent()) {
      throw Refusal.invalid(name + ": arrays are written " + name + "[]");
    }
    return request.query().stream()
        .filter(p -> p.name().equals(name + "[]"))
        .map(Request.Parameter::value)
        .toList();
  }

  List<String> many(String name, List<String> allowed) {
    List<String> values = many(name);
    for (String value : values) {
      requireMember(name + "[]", value, allowed);
    }
    return values;
  }

  List<String> atMostAHundred(String name) {
    List<String> values = many(name);
    if (values.size() > MOST_VALUES) {
      throw Refusal.invalid(name + "[]: at most " + MOST_VALUES + " values");
    }
    return values;
  }

  Optional<String> choice(String name, List<String> allowed) {
    Optional<String> value = one(name);
    value.ifPresent(v -> requireMember(name, v, allowed));
    return value;
  }

  private static void requireMember(String name, String value, List<String> allowed) {
    if (!allowed.contains(value)) {
      throw Refusal.invalid(
          name + ": Input should be one of " + allowed + ". Got \"" + value + "\".");
    }
  }

  boolean flag(String name) {
    return choice(name, List.of("true", "false")).orElse("false").equals("true");
  }

  int limit(int standard, int most) {
    Optional<String> text = one("limit");
    try {
      int limit = text.map(Integer::parseInt).orElse(standard);
      if (limit >= 1 && limit <= most) {
        return limit;
      }
    } catch (NumberFormatException e) {
      // Refused below like any other bad limit.
    }
    throw Refusal.invalid(
        "The limit parameter must be between 1 and "
            + most
            + ", inclusive. Got "
            + text.orElse("")
            + ".");
  }

  Optional<Instant> instant(String name) {
    return one(name).map(text -> instant(name, text));
  }

  Instant requiredInstant(String name) {
    return instant(name).orElseThrow(() -> Refusal.invalid(name + ": Field required"));
  }

  private static Instant instant(String name, String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw Refusal.invalid(
          "The `"
              + name
              + "` parameter contains an invalid timestamp format. Timestamps must be provided in RFC 3339 format e.g., \"2024-03-01T00:00:00Z\". Got \""
              + text
              + "\".");
    }
  }
}
