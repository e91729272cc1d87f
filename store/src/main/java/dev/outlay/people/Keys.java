package dev.outlay.people;

import static java.util.Comparator.comparing;

import dev.outlay.price.PriceBook;
import dev.outlay.store.Answers;
import dev.outlay.store.Tables;
import dev.outlay.table.Span;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The API keys with their owners, their last use and what they cost. Billed where the analytics
 * reports were collected, and else estimated from tokens. Safe for use by many threads.
 */
public record Keys(Answers answers, PriceBook book) {
  private static final Comparator<KeyUse> DEAREST =
      comparing((KeyUse key) -> key.cost().orElse(BigDecimal.ZERO), Comparator.reverseOrder())
          .thenComparing(KeyUse::tokens, Comparator.reverseOrder())
          .thenComparing(KeyUse::name)
          .thenComparing(key -> key.id().orElse(""))
          .thenComparing(KeyUse::connection);

  /**
   * All keys, those that only usage names too.
   *
   * @param workspaces only keys and use of these; empty for all
   */
  public KeysAnswer read(Span period, Instant now, Optional<Set<String>> workspaces) {
    Tables tables = Tables.of(answers);
    Sight sight = Sight.of(answers, tables, workspaces);
    Directory directory = Directory.of(answers, tables);
    Map<String, Map<Optional<String>, Totals>> use = new HashMap<>();
    Billed billed = Billed.of(answers, tables, period, sight);
    Map<String, KeyCut> cuts = tables.has("usage_report") ? KeyCut.of(answers, period) : Map.of();
    UseOfKeys sums = new UseOfKeys(answers, book, period, sight);
    cuts.forEach((connection, cut) -> use.put(connection, sums.of(cut, billed)));
    Map<Directory.Ref, LastUse> last =
        tables.has("usage_report") ? LastUse.of(answers, sight) : Map.of();
    Telling telling = new Telling(now, use, billed, last, sight);
    List<KeyUse> keys =
        known(tables, directory, use, last).stream()
            .filter(telling::isSeen)
            .map(telling::of)
            .sorted(DEAREST)
            .toList();
    return new KeysAnswer(period, keys, Notes.of(keys, cuts, tables));
  }

  /** The directory, what only usage names, and one line for use without a key. */
  private List<KnownKey> known(
      Tables tables,
      Directory directory,
      Map<String, Map<Optional<String>, Totals>> use,
      Map<Directory.Ref, LastUse> last) {
    List<KnownKey> all = new ArrayList<>();
    Set<Directory.Ref> ids = new HashSet<>();
    Directory.lines(answers, tables, "api_keys", KnownKey.COLUMNS)
        .forEach(line -> {
          all.add(KnownKey.of(line, directory));
          ids.add(Directory.ref(line));
        });
    Set<Directory.Ref> used = new HashSet<>(last.keySet());
    use.forEach((connection, totals) ->
        totals
            .keySet()
            .forEach(key ->
                key.ifPresentOrElse(
                    id -> used.add(new Directory.Ref(connection, id)),
                    () -> all.add(KnownKey.console(connection)))));
    used.stream()
        .filter(ref -> !ids.contains(ref))
        .forEach(ref -> all.add(KnownKey.stranger(ref.connection(), ref.id())));
    return all;
  }

  /** Puts a key and its use into the form that is handed out. */
  private record Telling(
      Instant now,
      Map<String, Map<Optional<String>, Totals>> use,
      Billed billed,
      Map<Directory.Ref, LastUse> last,
      Sight sight) {
    /** A key of elsewhere that was used here is seen, with its use here. */
    boolean isSeen(KnownKey key) {
      return sight.isAll()
          || (key.id().isPresent() && sight.sees(key.workspace()))
          || totals(key).tokens() > 0;
    }

    KeyUse of(KnownKey key) {
      Totals totals = totals(key);
      Optional<LastUse> lastUse =
          key.id().map(id -> last.get(new Directory.Ref(key.connection(), id)));
      Optional<BigDecimal> bill = key.id().flatMap(id -> billed.of(key.connection(), id));
      boolean estimate = totals.spent().usd().signum() > 0 || totals.spent().unpriced() > 0;
      return new KeyUse(
          key.id(),
          key.name(),
          key.connection(),
          key.status(),
          key.hint(),
          key.workspace(),
          key.owner(),
          key.createdAt(),
          key.expiresAt(),
          key.createdAt().map(made -> Duration.between(made, now).toDays()),
          lastUse.map(LastUse::bucket),
          lastUse.map(LastUse::width),
          totals.tokens(),
          bill.map(known -> Optional.of(known.add(totals.spent().usd())))
              .orElse(totals.spent().known()),
          estimate,
          estimate && (totals.spent().lowerBound() || totals.spent().unpriced() > 0),
          totals.spent().unpriced(),
          totals.byUse());
    }

    private Totals totals(KnownKey key) {
      return Objects.requireNonNullElse(
          use.getOrDefault(key.connection(), Map.of()).get(key.id()), Totals.NONE);
    }
  }
}
