package dev.outlay.connection;

import dev.outlay.admin.AdminSettings;
import dev.outlay.source.Selection;
import java.net.URI;
import java.util.Optional;

/**
 * A connection as it is set up now.
 *
 * @param ref stays the same while the program runs, even where the store does not know it yet
 * @param id under which the store keeps its rows; empty before the first contact
 * @param name what people call it
 * @param managedIn where it can be changed
 * @param shownKey the key as it may be shown
 * @param url where its API is
 * @param organization whose it is; empty before the first contact
 * @param paused whether nothing is collected
 * @param selection what is collected
 * @param stamp differs when it must be opened anew
 * @param reach how it is reached
 */
public record Linked(
    String ref,
    Optional<String> id,
    String name,
    Managed managedIn,
    String shownKey,
    URI url,
    Optional<Whose> organization,
    boolean paused,
    Selection selection,
    String stamp,
    Reach reach) {
  /**
   * An organisation.
   *
   * @param id of the API
   * @param name may be empty where it was never told
   */
  public record Whose(String id, String name) {}

  /** Opens the key when it is needed. */
  public interface Reach {
    /**
     * How it is reached.
     *
     * @throws dev.outlay.failure.Failure.Refused where the key cannot be had
     */
    AdminSettings settings();
  }

  /** What the connection is called in addresses: its id, or its name until it has one. */
  public String address() {
    return id.orElse(name);
  }
}
