package dev.outlay.ask.engine;

import dev.outlay.ask.Answer;
import dev.outlay.ask.Catalogue;
import dev.outlay.ask.How;
import dev.outlay.ask.Measure;
import dev.outlay.ask.relation.Expr;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All figures of one stretch of time, at every level. Not safe for use by several threads.
 *
 * <p>What is absent of a series is nought where the series was read, and unknown where it was not.
 */
final class Cube {
  /** Places of a ratio behind the point. */
  private static final int PLACES = 12;

  static final Expr ALL = new Expr.All(List.of());

  private record At(Batch batch, Level level, boolean estimate) {}

  /** Figure after figure is asked for of the same. */
  private @Nullable At lastAt;

  private Sums last = new Sums(0);

  private final Catalogue catalogue;
  private final Plan plan;
  private final Reading reading;
  private final Optional<Estimate> estimate;
  private final KnownTimes known;
  private final Map<At, Sums> sums = new HashMap<>();
  private final IdentityHashMap<Leaf, Integer> places = new IdentityHashMap<>();
  private final Buckets asked;

  Cube(
      Catalogue catalogue,
      Plan plan,
      Reading reading,
      Buckets asked,
      Optional<Estimate> estimate,
      KnownTimes known) {
    this.catalogue = catalogue;
    this.plan = plan;
    this.reading = reading;
    this.asked = asked;
    this.estimate = estimate;
    this.known = known;
  }

  /** Whether few groups of many are told apart. */
  boolean isOfFew() {
    return reading.ofFew();
  }

  /** Which rows count. */
  Expr where(Rows rows) {
    return reading.filtering().of(known.question().ask().where(), rows);
  }

  /** Every key that any series has at that level. */
  Set<Key> keys(Level level) {
    List<Sums> all =
        Stream.concat(
                plan.cells().keySet().stream().map(batch -> sums(batch, level)),
                estimated(level).stream())
            .toList();
    return all.size() == 1 ? all.getFirst().keys() : together(all);
  }

  private static Set<Key> together(List<Sums> all) {
    Set<Key> keys = new HashSet<>();
    all.forEach(each -> keys.addAll(each.keys()));
    return keys;
  }

  /** The value of a measure; whole numbers as such, everything else a decimal. */
  @Nullable Number value(Measure measure, Level level, Key key) {
    BigDecimal value = exact(measure, level, key);
    return value == null ? null : Numbers.of(measure.unit(), value);
  }

  private @Nullable BigDecimal exact(Measure measure, Level level, Key key) {
    return measure.how() instanceof How.Divided divided
        ? ratio(divided, level, key)
        : leaf(plan.leaf(measure), level, key);
  }

  private @Nullable BigDecimal ratio(How.Divided divided, Level level, Key key) {
    BigDecimal over = exact(catalogue.measure(divided.over()), level, key);
    BigDecimal under = BigDecimal.ZERO;
    for (String name : divided.under()) {
      BigDecimal part = exact(catalogue.measure(name), level, key);
      if (part == null) {
        return null;
      }
      under = under.add(part);
    }
    return over == null || under.signum() == 0
        ? null
        : over.multiply(BigDecimal.valueOf(divided.times()))
            .divide(under, PLACES, RoundingMode.HALF_EVEN);
  }

  private @Nullable BigDecimal leaf(Leaf leaf, Level level, Key key) {
    BigDecimal value = sum(leaf, level, key);
    BigDecimal inUnits = value == null || !leaf.cents() ? value : value.movePointLeft(2);
    return isEstimable(leaf) ? Sums.plus(inUnits, estimate(level, key)) : inUnits;
  }

  private boolean isEstimable(Leaf leaf) {
    return estimate.isPresent()
        && leaf.measure().how() instanceof How.Billed
        && leaf.batch().series().data() == dev.outlay.ask.Data.COST;
  }

  private @Nullable BigDecimal sum(Leaf leaf, Level level, Key key) {
    @Nullable BigDecimal @Nullable [] values = sums(leaf.batch(), level).of(key);
    if (values == null) {
      return isNought(leaf.batch(), level.time() ? key.bucket() : -1) ? BigDecimal.ZERO : null;
    }
    return values[place(leaf)];
  }

  /** Where its cell is among those of its batch. */
  private int place(Leaf leaf) {
    return places.computeIfAbsent(leaf, each -> cells(each.batch()).indexOf(each.cell()));
  }

  /** What was read when is not kept: then only rows tell that something was known. */
  private boolean isNought(Batch batch, int bucket) {
    return known.isRead(batch.series(), bucket)
        && (known.question().ask().asOf().isEmpty() || rows(batch) > 0);
  }

  private @Nullable BigDecimal estimate(Level level, Key key) {
    @Nullable BigDecimal @Nullable [] values =
        estimated(level).map(each -> each.of(key)).orElse(null);
    return values == null ? null : values[Pricing.RESULT.indexOf(Pricing.DOLLARS)];
  }

  /** Whether a part of the cost there is estimated. */
  boolean isEstimated(Level level, Key key) {
    return estimate(level, key) != null;
  }

  /** The first day of any connection whose cost is estimated. */
  java.time.LocalDate estimatedFrom() {
    return estimate.orElseThrow().from().atOffset(java.time.ZoneOffset.UTC).toLocalDate();
  }

  /** Whether the estimate stands in for what is missing there. */
  boolean estimates(Answer.Missing gap) {
    return estimate
        .map(each -> each.billedTo().get(gap.connection()))
        .filter(billed -> gap.dataset().equals("cost_report") && !gap.from().isBefore(billed))
        .isPresent();
  }

  /** Tokens that were to be priced and have no known price. */
  BigDecimal unpriced() {
    BigDecimal all = BigDecimal.ZERO;
    for (Batch batch : plan.cells().keySet()) {
      all = batch.kind() == Batch.Kind.PRICED ? all.add(unpriced(sums(batch, Level.TOTAL))) : all;
    }
    return estimated(Level.TOTAL).map(Cube::unpriced).map(all::add).orElse(all);
  }

  private static BigDecimal unpriced(Sums sums) {
    @Nullable BigDecimal @Nullable [] values = sums.of(Key.TOTAL);
    BigDecimal tokens = values == null ? null : values[Pricing.RESULT.indexOf(Pricing.UNPRICED)];
    return tokens == null ? BigDecimal.ZERO : tokens;
  }

  /** How many rows of the store are behind a batch. */
  long rows(Batch batch) {
    @Nullable BigDecimal @Nullable [] values = sums(batch, Level.TOTAL).of(Key.TOTAL);
    BigDecimal rows = values == null ? null : values[values.length - 1];
    return rows == null ? 0 : rows.longValue();
  }

  private List<Cell> cells(Batch batch) {
    return Objects.requireNonNull(plan.cells().get(batch));
  }

  private Optional<Sums> estimated(Level level) {
    return estimate.map(each -> sums(new At(each.batch(), level, true)));
  }

  private Sums sums(Batch batch, Level level) {
    return sums(new At(batch, level, false));
  }

  private Sums sums(At at) {
    if (at.equals(lastAt)) {
      return last;
    }
    Sums there = sums.get(at);
    if (there == null) {
      there = made(at);
      sums.put(at, there);
    }
    lastAt = at;
    last = there;
    return there;
  }

  private Sums made(At at) {
    boolean whole = at.level.equals(finest(at.level)) || at.batch.kind() == Batch.Kind.COUNTED;
    return whole
        ? read(at)
        : sums(new At(at.batch, finest(at.level), at.estimate)).by(at.level::of);
  }

  /** From what sums of that level are added up: with few groups of many, not from all of them. */
  private Level finest(Level level) {
    if (!reading.ofFew()) {
      return Level.DETAIL;
    }
    return level.time() ? level : Level.GROUPS;
  }

  private Sums read(At at) {
    Series series = at.batch.series();
    Buckets read = series.data().hasWidths() ? asked : asked.in(java.time.ZoneOffset.UTC);
    Expr only =
        at.estimate ? estimate.orElseThrow().condition(known.connections().size() == 1) : ALL;
    List<Cell> cells = at.estimate ? Pricing.RESULT : cells(at.batch);
    return reading.sums(at.batch, cells, read, at.level, only);
  }
}
