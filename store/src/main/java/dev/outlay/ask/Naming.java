package dev.outlay.ask;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the values of a dimension come to their names, and what stands in its column. */
public enum Naming {
  /** The value is its own name. */
  PLAIN,
  /** In the first letter's case, without underscores. */
  WORDS,
  WORKSPACE,
  API_KEY,
  SERVICE_ACCOUNT,
  /** The column has the id of a user, or an e-mail address. */
  PERSON,
  /** The column has the key; its owner is the value. */
  KEY_OWNER,
  /** The column has the model; its family is the value. */
  MODEL_FAMILY,
  /** The column has the service tier; whether that is batch is the value. */
  BATCH,
  /** The value is the hour of the day in the zone of the ask. */
  HOUR,
  /** The value is the day of the week in the zone of the ask, 1 is Monday. */
  WEEKDAY;

  private static final Pattern FAMILY =
      Pattern.compile("claude-(?:[0-9.]+-)*(?:instant|([a-z]+)).*");

  /** Whether its values are worked out from others, of which several become one. */
  public boolean isDerived() {
    return List.of(KEY_OWNER, MODEL_FAMILY, BATCH, PERSON).contains(this);
  }

  /** Whether its values are worked out from the time. */
  public boolean isOfTime() {
    return this == HOUR || this == WEEKDAY;
  }

  /** Whether ids have names that are kept elsewhere. */
  public boolean isKept() {
    return List.of(WORKSPACE, API_KEY, SERVICE_ACCOUNT, PERSON, KEY_OWNER).contains(this);
  }

  /** Opus of claude-opus-5-5; the model itself where its name says no family. */
  public static String family(String model) {
    Matcher matcher = FAMILY.matcher(model.toLowerCase(Locale.ROOT));
    return matcher.matches() && matcher.group(1) != null ? matcher.group(1) : model;
  }
}
