package dev.outlay.ask.engine;

import dev.outlay.ask.Dimension;
import dev.outlay.ask.engine.Prices.Conditions;
import dev.outlay.ask.relation.Dialect;
import dev.outlay.ask.relation.Expr;
import dev.outlay.store.Answers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads sums from one moment of the store.
 *
 * @param by the dimensions that tell groups apart
 */
record Reading(
    Answers answers,
    Dialect dialect,
    Question question,
    Filtering filtering,
    Names names,
    Pricing pricing,
    Rollups rollups,
    Ids.Met met,
    List<Dimension> by) {
  /** So many groups can be named in a query. */
  private static final int FEW = 50;

  /**
   * The sums of a batch; of groups that are not told apart, under the time alone.
   *
   * @param only a test besides the filter of the ask
   */
  Sums sums(Batch batch, List<Cell> cells, Buckets buckets, Level level, Expr only) {
    Buckets read =
        level.time() ? buckets : Buckets.of(buckets.stretch(), java.util.Optional.empty());
    List<Dimension> groups = level.groups() ? by : List.of();
    Lines lines = rollups.of(batch, read, only.equals(Cube.ALL));
    Rows rows = new Rows(batch.series(), lines, read.stretch(), question.ask().asOf());
    Expr where = Expr.all(filtering.of(question.ask().where(), rows), only);
    Apart apart = new Apart(by, List.copyOf(level.apart()), names::aliases);
    return batch.kind() == Batch.Kind.PRICED
        ? priced(rows, where, read, groups, apart)
        : added(rows, where, read, groups, apart, cells);
  }

  /**
   * Whether few of the groups are told apart, by values that the engine has: then they are found
   * first, and read alone.
   */
  boolean ofFew() {
    return question.ask().limit().filter(limit -> limit <= FEW).isPresent()
        && question.ask().grain().isPresent()
        && !by.isEmpty()
        && by.stream()
            .map(Dimension::naming)
            .noneMatch(naming -> naming.isDerived() || naming.isOfTime());
  }

  private Sums added(
      Rows rows,
      Expr where,
      Buckets buckets,
      List<Dimension> groups,
      Apart apart,
      List<Cell> cells) {
    Buckets one = Buckets.of(buckets.stretch(), java.util.Optional.empty());
    Fetch fetch = new Fetch(rows, where, buckets, groups, List.of(), one, apart, cells);
    Sums sums = new Sums(cells.size());
    run(fetch, (bucket, _, ids, _, values) -> sums.add(key(fetch, bucket, ids), values));
    return sums;
  }

  private Sums priced(Rows rows, Expr where, Buckets buckets, List<Dimension> groups, Apart apart) {
    List<String> extra =
        Stream.concat(Stream.of("model"), Choosing.PRICING.stream())
            .filter(rows.series()::holds)
            .toList();
    Buckets pieces = pricing.pieces(buckets);
    List<Cell> cells = Stream.concat(Pricing.TOKENS.stream(), Stream.of(new Cell.Rows())).toList();
    Fetch fetch = new Fetch(rows, where, buckets, groups, extra, pieces, apart, cells);
    Sums sums = new Sums(Pricing.RESULT.size() + 1);
    run(
        fetch,
        (bucket, piece, ids, more, values) -> {
          LocalDate day = pieces.from(piece).atOffset(ZoneOffset.UTC).toLocalDate();
          @Nullable BigDecimal[] counts = java.util.Arrays.copyOf(values, Pricing.TOKENS.size());
          @Nullable BigDecimal[] dollars =
              pricing.of(more.getFirst(), conditions(extra, more), day, counts);
          sums.add(
              key(fetch, bucket, ids),
              new @Nullable BigDecimal[] {dollars[0], dollars[1], values[values.length - 1]});
        });
    return sums;
  }

  private static Conditions conditions(List<String> columns, List<@Nullable String> values) {
    return new Conditions(
        value(columns, values, "service_tier"),
        value(columns, values, "context_window"),
        value(columns, values, "inference_geo"),
        value(columns, values, "speed"));
  }

  private static @Nullable String value(
      List<String> columns, List<@Nullable String> values, String column) {
    int place = columns.indexOf(column);
    return place < 0 ? null : values.get(place);
  }

  private void run(Fetch fetch, Fetch.Reader reader) {
    Fetched.each(answers, dialect.sql(fetch.relation()), row -> fetch.read(row, reader));
  }

  /** Of a group, or of what is not told apart; groups that were asked for by value are values. */
  private Key key(Fetch fetch, int bucket, List<@Nullable String> ids) {
    return new Key(bucket, met.of(fetch.apart().isAll() ? values(fetch, ids) : ids));
  }

  private List<@Nullable String> values(Fetch fetch, List<@Nullable String> ids) {
    List<@Nullable String> values = new ArrayList<>(ids.size());
    for (int i = 0; i < ids.size(); i++) {
      values.add(names.value(fetch.by().get(i), fetch.rows().series().data(), ids.get(i)));
    }
    return values;
  }
}
