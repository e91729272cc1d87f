package dev.outlay.access.account;

import dev.outlay.access.Denied;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Slows down guessing: after some tries each takes twice as long as the one before, up to a minute.
 * Nobody is locked out: whoever comes from where they signed in before is not slowed down by what
 * others guess elsewhere. Safe for use by many threads; forgets all at the end of the process.
 */
public final class Throttle {
  private static final Duration FORGOTTEN = Duration.ofHours(1);
  private static final int MOST = 20_000;

  /**
   * What tries are counted for.
   *
   * @param text which account or address
   * @param free how many tries cost nothing
   * @param longest the longest wait
   */
  record Counted(String text, int free, Duration longest) {}

  private record Tally(int tries, Instant last, Instant until) {}

  private final InstantSource clock;
  private final Map<String, Tally> tallies =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tally> eldest) {
          return size() > MOST;
        }
      };

  public Throttle(InstantSource clock) {
    this.clock = clock;
  }

  /** What counts for somebody who gives that name; whether there is such an account or not. */
  static List<Counted> of(String name, String address, boolean known) {
    String account = AccountRules.key(name);
    String place = place(address);
    return known
        ? List.of(new Counted("both " + account + " " + place, 5, Duration.ofSeconds(30)))
        : List.of(new Counted("account " + account, 10, Duration.ofSeconds(30)), address(place));
  }

  private static Counted address(String place) {
    return new Counted("address " + place, 20, Duration.ofMinutes(1));
  }

  /** Counts a try of somebody who names no account. */
  public void stranger(String address) {
    tried(List.of(address(place(address))));
  }

  /** Counts a try before its outcome is known, or else many at once would count as one. */
  synchronized void tried(List<Counted> all) {
    Instant now = clock.instant();
    all.stream()
        .map(each -> tally(each, now).until())
        .filter(now::isBefore)
        .max(Instant::compareTo)
        .ifPresent(until -> {
          throw new Denied.TooSoon(Duration.between(now, until));
        });
    all.forEach(each -> tallies.put(each.text(), next(each, now)));
  }

  /** It was no guess after all. */
  synchronized void succeeded(List<Counted> all) {
    all.forEach(each ->
        tallies.computeIfPresent(
            each.text(),
            (_, was) -> new Tally(Math.max(0, was.tries() - 1), was.last(), Instant.MIN)));
  }

  private Tally tally(Counted counted, Instant now) {
    Tally none = new Tally(0, now, Instant.MIN);
    Tally was = tallies.getOrDefault(counted.text(), none);
    return was.last().plus(FORGOTTEN).isBefore(now) ? none : was;
  }

  private Tally next(Counted counted, Instant now) {
    int tries = tally(counted, now).tries() + 1;
    int over = Math.min(tries - counted.free(), 16);
    return new Tally(tries, now, over < 0 ? Instant.MIN : now.plus(wait(over, counted.longest())));
  }

  private static Duration wait(int over, Duration longest) {
    Duration doubled = Duration.ofSeconds(1L << over);
    return doubled.compareTo(longest) < 0 ? doubled : longest;
  }

  /** A household has 2^64 addresses of the sixth version, and counts once. */
  private static String place(String address) {
    try {
      byte[] bytes = InetAddress.ofLiteral(address.replaceAll("[\\[\\]]", "")).getAddress();
      return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, 8)));
    } catch (IllegalArgumentException _) {
      return address;
    }
  }
}
