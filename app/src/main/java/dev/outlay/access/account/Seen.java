package dev.outlay.access.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When and where somebody signed in.
 *
 * @param last the last time
 * @param addresses the last few, newest first: whoever comes from there is not hindered by guesses
 *     that others make
 */
public record Seen(Optional<Instant> last, List<String> addresses) {
  public static final Seen NEVER = new Seen(Optional.empty(), List.of());
  private static final int MOST = 8;

  public Seen {
    addresses = List.copyOf(addresses);
  }

  Seen again(Instant at, String address) {
    return new Seen(
        Optional.of(at),
        Stream.concat(Stream.of(address), addresses.stream()).distinct().limit(MOST).toList());
  }
}
