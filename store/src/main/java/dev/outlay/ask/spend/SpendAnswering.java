package dev.outlay.ask.spend;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.outlay.ask.spend.Fetched.Line;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes an answer of sums: names them, puts them in order, and says which are not known. */
record SpendAnswering(
    SpendAsk ask, LocalDate today, Map<String, String> names, List<Collected> collected) {
  private static final Comparator<Optional<LocalDate>> BY_BUCKET =
      comparing(bucket -> bucket.orElse(LocalDate.MIN));

  SpendAnswer of(Fetched sums, List<Amount> elsewhere) {
    List<SpendRow> rows = sums.map(this::row).stream().sorted(order()).toList();
    List<List<Group>> largest = largest(rows);
    Set<List<Group>> shown = Set.copyOf(largest.stream().limit(ask.limit()).toList());
    Map<Boolean, List<SpendRow>> parts =
        rows.stream().collect(Collectors.partitioningBy(row -> shown.contains(row.groups())));
    return new SpendAnswer(
        ask,
        today,
        parts.getOrDefault(true, List.of()),
        byBucket(parts.getOrDefault(false, List.of())),
        largest.size() - shown.size(),
        sum(Optional.empty(), rows),
        elsewhere,
        collected);
  }

  private SpendRow row(Line line) {
    int groups = ask.by().size();
    Optional<LocalDate> bucket = line.day(groups);
    return new SpendRow(
        bucket,
        IntStream.range(0, groups).mapToObj(i -> group(ask.by().get(i), line.text(i))).toList(),
        line.units(groups + 1).orElse(SpendAnswer.NOTHING),
        line.units(groups + 2)
            .or(() -> Optional.of(SpendAnswer.NOTHING))
            .filter(known -> isPreviousKnown(bucket)));
  }

  private Group group(Dimension dimension, Optional<String> id) {
    String name =
        id.map(known -> names(dimension).getOrDefault(known, known)).orElse(dimension.unnamed());
    return new Group(id.orElse(null), name);
  }

  private Map<String, String> names(Dimension dimension) {
    return dimension.isNamed() ? names : Map.of();
  }

  /** A sum with a gap in it is no sum: then nothing is said of the period before. */
  private boolean isPreviousKnown(Optional<LocalDate> bucket) {
    Days now = bucket.map(start -> bucketDays(start).within(ask.days())).orElse(ask.days());
    Days before = now.earlier(ask.days().count());
    return ask.compare()
        && !collected.isEmpty()
        && collected.stream().allMatch(each -> each.missing(before).isEmpty());
  }

  private Days bucketDays(LocalDate start) {
    return ask.grain().orElse(Grain.day).bucket(start);
  }

  /** Largest of the whole period first; of equal ones, the name that comes first. */
  private static List<List<Group>> largest(List<SpendRow> rows) {
    Map<List<Group>, BigDecimal> totals =
        rows.stream().collect(toMap(SpendRow::groups, SpendRow::amount, BigDecimal::add));
    return totals.entrySet().stream()
        .sorted(
            Map.Entry.<List<Group>, BigDecimal>comparingByValue()
                .reversed()
                .thenComparing(entry -> named(entry.getKey())))
        .map(Map.Entry::getKey)
        .toList();
  }

  private List<SpendRow> byBucket(List<SpendRow> rows) {
    Map<Optional<LocalDate>, List<SpendRow>> buckets =
        rows.stream()
            .collect(
                groupingBy(SpendRow::bucket, () -> new TreeMap<>(BY_BUCKET), Collectors.toList()));
    return buckets.entrySet().stream().map(entry -> sum(entry.getKey(), entry.getValue())).toList();
  }

  private SpendRow sum(Optional<LocalDate> bucket, Collection<SpendRow> rows) {
    BigDecimal amount = SpendAnswer.sum(rows.stream().map(SpendRow::amount));
    BigDecimal before = SpendAnswer.sum(rows.stream().flatMap(row -> row.previous().stream()));
    return new SpendRow(
        bucket, List.of(), amount, Optional.of(before).filter(known -> isPreviousKnown(bucket)));
  }

  private static Comparator<SpendRow> order() {
    return comparing(SpendRow::bucket, BY_BUCKET)
        .thenComparing(SpendRow::amount, Comparator.reverseOrder())
        .thenComparing(row -> named(row.groups()));
  }

  private static String named(List<Group> groups) {
    return groups.stream().map(Group::name).collect(Collectors.joining("\u0000"));
  }
}
