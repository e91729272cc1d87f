package dev.outlay.export;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * What somebody wants passed on; also sent to the process that has the store open, and only there:
 * the address may hold a password.
 *
 * @param to an address, or the name of a destination that is set up; empty for all of those
 * @param format in which form
 * @param datasets which; empty for all
 * @param from where a time begins that alone is meant
 * @param until where it ends
 * @param full everything anew
 * @param dry only to be told
 * @param options of the format
 */
public record Wish(
    Optional<String> to,
    String format,
    Set<String> datasets,
    Optional<Instant> from,
    Optional<Instant> until,
    boolean full,
    boolean dry,
    Map<String, String> options) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Tells these from the errands of others. */
  private static final String MARK = "export ";

  /** Asks how it stands with the destinations that are kept current. */
  public static final String STANDING = "standing";

  public String text() {
    return MARK + JSON.writeValueAsString(this);
  }

  /** The wish of that text; empty where it is something else. */
  public static Optional<Wish> in(String text) {
    return text.startsWith(MARK)
        ? Optional.of(JSON.readValue(text.substring(MARK.length()), Wish.class))
        : Optional.empty();
  }

  /** No password belongs into a message. */
  @Override
  public String toString() {
    return "export as " + format;
  }
}
