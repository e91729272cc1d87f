package dev.outlay.app.setting;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills {@code {{ env_var('NAME') }}}, {@code {{ env_var('NAME', 'otherwise') }}}, {@code ${NAME}}
 * and {@code ${NAME:-otherwise}} from the environment.
 */
public record Template(Map<String, String> environment) {
  private static final String NAME = "([A-Za-z_][A-Za-z0-9_]*)";
  private static final Pattern VARIABLE =
      Pattern.compile(
          "\\{\\{\\s*env_var\\(\\s*['\"]"
              + NAME
              + "['\"]\\s*(?:,\\s*['\"]([^'\"]*)['\"]\\s*)?\\)\\s*}}|\\$\\{"
              + NAME
              + "(?::-([^}]*))?}");

  /** The value with every variable in it filled. */
  public Written fill(Written written) {
    return written.map(text -> new Written.Text(fill(text), text.place()));
  }

  private String fill(Written.Text text) {
    String filled =
        VARIABLE
            .matcher(text.text())
            .replaceAll(match -> Matcher.quoteReplacement(value((Matcher) match, text.place())));
    if (filled.equals(text.text()) && text.text().contains("{{")) {
      throw new WrongUse(text.place() + ": between {{ and }} only env_var('NAME') is understood");
    }
    return filled;
  }

  private String value(Matcher match, String place) {
    boolean braces = match.group(1) != null;
    String name = match.group(braces ? 1 : 3);
    return Optional.ofNullable(environment.get(name))
        .filter(value -> !value.isEmpty())
        .or(() -> Optional.ofNullable(match.group(braces ? 2 : 4)))
        .orElseThrow(
            () -> new WrongUse(place + ": the environment variable " + name + " is not set"));
  }
}
