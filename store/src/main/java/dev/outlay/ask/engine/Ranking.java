package dev.outlay.ask.engine;

import dev.outlay.ask.AskFault;
import dev.outlay.ask.Group;
import dev.outlay.ask.Measure;
import dev.outlay.ask.Order;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which groups are told apart, and in which order. */
final class Ranking {
  /** The keys of one bucket, in order. */
  record Bucket(List<Key> shown, boolean hasRest) {}

  private static final String TIME = "time";

  private final Sheet sheet;
  private final Order order;
  private final Set<List<@Nullable String>> shown;
  private final int groups;
  private final Level detail;
  private final Map<List<@Nullable String>, String> names = new HashMap<>();

  /**
   * @param ofFew whether groups are found before the buckets in which they are
   */
  Ranking(Sheet sheet, boolean ofFew) {
    this.sheet = sheet;
    this.order = order(sheet);
    Set<Key> all = ofFew ? sheet.keys(Level.GROUPS) : withoutTime(sheet.keys(Level.DETAIL));
    this.groups = all.size();
    int most = sheet.question().ask().limit().orElse(Integer.MAX_VALUE);
    this.shown =
        groups <= most ? ids(all.stream()) : ids(sorted(all.stream(), Level.GROUPS).limit(most));
    this.detail = ofFew && groups > most ? restLevel() : Level.DETAIL;
  }

  private static Set<Key> withoutTime(Set<Key> keys) {
    return keys.stream().map(Key::withoutTime).collect(Collectors.toSet());
  }

  /** The level of the groups that are told apart. */
  Level detail() {
    return detail;
  }

  boolean latestFirst() {
    return order.by().equals(TIME) && order.descending();
  }

  /** How many groups are not told apart. */
  int hidden() {
    return groups - shown.size();
  }

  /** The level of the rest of a bucket. */
  Level restLevel() {
    return Level.apart(shown);
  }

  Map<Integer, Bucket> byBucket() {
    Map<Integer, List<Key>> told = new HashMap<>();
    Set<Integer> withRest = new HashSet<>();
    for (Key key : sheet.keys(detail)) {
      if (shown.contains(key.ids())) {
        told.computeIfAbsent(key.bucket(), _ -> new ArrayList<>()).add(key);
      } else {
        withRest.add(key.bucket());
      }
    }
    return buckets(told, withRest);
  }

  private Map<Integer, Bucket> buckets(Map<Integer, List<Key>> told, Set<Integer> withRest) {
    Map<Integer, Bucket> buckets = new HashMap<>();
    told.forEach((bucket, keys) ->
        buckets.put(
            bucket, new Bucket(sorted(keys.stream(), detail).toList(), withRest.contains(bucket))));
    withRest.forEach(bucket -> buckets.putIfAbsent(bucket, new Bucket(List.of(), true)));
    return buckets;
  }

  private static Set<List<@Nullable String>> ids(Stream<Key> keys) {
    Set<List<@Nullable String>> ids = new HashSet<>();
    keys.forEach(key -> ids.add(key.ids()));
    return ids;
  }

  private static Order order(Sheet sheet) {
    Order order =
        sheet.question().ask().order().orElse(new Order(sheet.measures().getFirst().name(), true));
    List<String> words =
        Stream.of(
                Stream.of(TIME),
                sheet.by().stream().map(each -> each.name()),
                sheet.measures().stream().map(Measure::name))
            .flatMap(each -> each)
            .toList();
    if (!words.contains(order.by())) {
      throw AskFault.unknown("order", order.by(), words);
    }
    return order;
  }

  /** A key with what it is ordered by. */
  private record Ranked(Key key, @Nullable BigDecimal value) {}

  /** The best first; equal ones by name, so that the order never changes by itself. */
  private Stream<Key> sorted(Stream<Key> keys, Level level) {
    Comparator<Key> names = Comparator.comparing(this::name);
    for (int i = 0; i < sheet.by().size(); i++) {
      if (sheet.by().get(i).name().equals(order.by())) {
        return keys.sorted(directed(byGroup(i)).thenComparing(names));
      }
    }
    Measure measure = measure();
    return keys.map(key -> new Ranked(key, value(measure, level, key)))
        .sorted(byValue().thenComparing(Ranked::key, names))
        .map(Ranked::key);
  }

  private Comparator<Key> byGroup(int place) {
    return Comparator.comparing(key -> sheet.groups(key).get(place), Ranking::compared);
  }

  private static int compared(Group a, Group b) {
    int byName = a.name().compareToIgnoreCase(b.name());
    return byName == 0 ? String.valueOf(a.id()).compareTo(String.valueOf(b.id())) : byName;
  }

  private Measure measure() {
    return sheet.measures().stream()
        .filter(each -> each.name().equals(order.by()))
        .findFirst()
        .orElse(sheet.measures().getFirst());
  }

  /** What is unknown comes last in either direction. */
  private Comparator<Ranked> byValue() {
    boolean down = order.descending() || order.by().equals(TIME);
    Comparator<BigDecimal> numbers = Comparator.naturalOrder();
    return Comparator.comparing(
        Ranked::value, Comparator.nullsLast(down ? numbers.reversed() : numbers));
  }

  private @Nullable BigDecimal value(Measure measure, Level level, Key key) {
    Number value = sheet.cube().value(measure, level, key);
    return value == null ? null : Numbers.exact(value);
  }

  private <T> Comparator<T> directed(Comparator<T> comparator) {
    return order.descending() ? comparator.reversed() : comparator;
  }

  private String name(Key key) {
    return names.computeIfAbsent(
        key.ids(),
        _ ->
            sheet.groups(key).stream()
                .map(group -> group.name() + "\u0000" + group.id())
                .collect(Collectors.joining("\u0000")));
  }
}
