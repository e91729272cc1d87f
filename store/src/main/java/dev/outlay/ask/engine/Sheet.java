package dev.outlay.ask.engine;

import dev.outlay.ask.Answer;
import dev.outlay.ask.Answer.Column;
import dev.outlay.ask.Answer.Kind;
import dev.outlay.ask.Answer.Missing;
import dev.outlay.ask.Answer.Row;
import dev.outlay.ask.Answer.Source;
import dev.outlay.ask.Answer.Totals;
import dev.outlay.ask.Catalogue;
import dev.outlay.ask.Dimension;
import dev.outlay.ask.Group;
import dev.outlay.ask.Measure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts figures in rows: which groups are shown, in what order, what the rest and the whole are. */
record Sheet(
    Question question,
    Catalogue catalogue,
    List<Measure> measures,
    List<Dimension> by,
    Plan plan,
    Cube cube,
    KnownTimes known,
    Optional<Compared> compared,
    Names names,
    Pricing pricing) {
  Answer answer(long version) {
    Ranking ranking = new Ranking(this, cube.isOfFew());
    List<Row> rows = rows(ranking);
    List<Missing> missing = missing();
    Notes notes = new Notes(this, missing);
    return new Answer(
        question.ask(),
        question.buckets().stretch(),
        question.compared().map(Buckets::stretch),
        version,
        settledThrough(),
        columns(),
        rows,
        totals(missing),
        missing,
        notes.all(),
        sources());
  }

  /** What there is at a level, now or in the time compared with. */
  Set<Key> keys(Level level) {
    if (compared.isEmpty() && !by.isEmpty()) {
      return cube.keys(level);
    }
    Set<Key> keys = new HashSet<>(cube.keys(level));
    compared.ifPresent(other -> keys.addAll(other.cube().keys(level)));
    if (by.isEmpty()) {
      IntStream.range(0, buckets().count())
          .filter(this::isKnown)
          .forEach(bucket -> keys.add(new Key(bucket, List.of())));
    }
    return keys;
  }

  /** Without a grain there is an answer always. */
  private boolean isKnown(int bucket) {
    return question.ask().grain().isEmpty()
        || plan.series().stream().anyMatch(series -> known.isRead(series, bucket));
  }

  private List<Row> rows(Ranking ranking) {
    Comparator<Integer> order = Comparator.naturalOrder();
    return ranking.byBucket().entrySet().stream()
        .sorted(
            java.util.Map.Entry.comparingByKey(ranking.latestFirst() ? order.reversed() : order))
        .flatMap(each -> rows(each.getKey(), each.getValue(), ranking))
        .toList();
  }

  /** What is the same for all rows of a bucket is found once. */
  private Stream<Row> rows(int bucket, Ranking.Bucket keys, Ranking ranking) {
    boolean provisional = isProvisional(bucket);
    Stream<Row> shown =
        keys.shown().stream().map(key -> row(key, ranking.detail(), groups(key), provisional, 0));
    return keys.hasRest()
        ? Stream.concat(shown, Stream.of(rest(bucket, ranking, provisional)))
        : shown;
  }

  private Row rest(int bucket, Ranking ranking, boolean provisional) {
    Key key = new Key(bucket, List.of());
    return row(key, ranking.restLevel(), List.of(), provisional, ranking.hidden());
  }

  private Row row(Key key, Level level, List<Group> groups, boolean provisional, int others) {
    return new Row(
        question.ask().grain().map(_ -> buckets().starts().get(key.bucket())),
        groups,
        values(measure -> cube.value(measure, level, key)),
        previous(measure -> before(measure, level, key)),
        provisional,
        isCost() && cube.isEstimated(level, key),
        others);
  }

  List<Group> groups(Key key) {
    return names.groups(by, key.ids());
  }

  private Totals totals(List<Missing> missing) {
    return new Totals(
        values(measure -> cube.value(measure, Level.TOTAL, Key.TOTAL)),
        previous(measure -> before(measure, Level.TOTAL, Key.TOTAL)),
        !missing.isEmpty() || cube.unpriced().signum() != 0,
        isCost() && cube.isEstimated(Level.TOTAL, Key.TOTAL));
  }

  private boolean isCost() {
    return plan.estimate().isPresent();
  }

  private @Nullable Number before(Measure measure, Level level, Key key) {
    return compared
        .map(other -> Optional.ofNullable(other.value(catalogue, plan, measure, level, key)))
        .flatMap(each -> each)
        .orElse(null);
  }

  private List<@Nullable Number> values(Function<Measure, @Nullable Number> value) {
    List<@Nullable Number> values = new ArrayList<>();
    measures.forEach(measure -> values.add(value.apply(measure)));
    return values;
  }

  private List<@Nullable Number> previous(Function<Measure, @Nullable Number> value) {
    return compared.isPresent() ? values(value) : List.of();
  }

  private Buckets buckets() {
    return question.buckets();
  }

  /** What was believed once does not change any more. */
  private boolean isProvisional(int bucket) {
    return question.ask().asOf().isEmpty()
        && plan.series().stream().anyMatch(series -> isProvisional(series, bucket));
  }

  private boolean isProvisional(Series series, int bucket) {
    return changingFrom(series).map(time -> time.isBefore(known.to(series, bucket))).orElse(true);
  }

  private Optional<Instant> changingFrom(Series series) {
    return known.coverage(series).changingFrom(known.from(series, -1), known.to(series, -1));
  }

  private Optional<Instant> settledThrough() {
    List<Optional<Instant>> each = plan.series().stream().map(this::changingFrom).toList();
    return each.stream().anyMatch(Optional::isEmpty)
        ? Optional.empty()
        : each.stream().flatMap(Optional::stream).min(Comparator.naturalOrder());
  }

  private List<Missing> missing() {
    return plan.series().stream()
        .flatMap(series ->
            known.coverage(series).missing(known.from(series, -1), known.to(series, -1)).stream())
        .filter(gap -> !isCost() || !cube.estimates(gap))
        .distinct()
        .toList();
  }

  private List<Column> columns() {
    return Stream.of(time(), by.stream().map(Sheet::column), measures.stream().map(this::column))
        .flatMap(each -> each)
        .collect(Collectors.toList());
  }

  private Stream<Column> time() {
    return question.ask().grain().stream()
        .map(grain ->
            new Column(
                "time",
                Kind.TIME,
                grain.name(),
                Optional.empty(),
                "The start of the " + grain + ".",
                Optional.empty(),
                Optional.empty()));
  }

  private static Column column(Dimension dimension) {
    return new Column(
        dimension.name(),
        Kind.DIMENSION,
        dimension.title(),
        Optional.empty(),
        dimension.meaning(),
        Optional.empty(),
        Optional.empty());
  }

  private Column column(Measure measure) {
    return new Column(
        measure.name(),
        Kind.MEASURE,
        measure.title(),
        Optional.of(measure.unit()),
        measure.meaning(),
        Optional.of(measure.formula()),
        Optional.of(
            leaves(measure)
                .map(leaf -> leaf.batch().series().data().table())
                .distinct()
                .collect(Collectors.joining(", "))));
  }

  Stream<Leaf> leaves(Measure measure) {
    return Compared.leaves(catalogue, measure).map(plan::leaf);
  }

  private List<Source> sources() {
    return measures.stream()
        .flatMap(measure ->
            leaves(measure).map(Leaf::batch).distinct().map(batch -> source(measure, batch)))
        .toList();
  }

  private Source source(Measure measure, Batch batch) {
    Series series = batch.series();
    return new Source(
        measure.name(),
        series.data().table(),
        series.width(),
        series.cut(),
        cube.rows(batch),
        changingFrom(series).filter(time -> !time.isBefore(known.to(series, -1))).isPresent());
  }
}
