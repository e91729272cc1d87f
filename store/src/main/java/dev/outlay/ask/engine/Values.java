package dev.outlay.ask.engine;

import dev.outlay.ask.Data;
import dev.outlay.ask.Dimension;
import dev.outlay.ask.Filter;
import dev.outlay.ask.Group;
import dev.outlay.ask.Reach;
import dev.outlay.ask.relation.Relation;
import dev.outlay.store.Answers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The values a dimension has, by name. */
record Values(StoreAsking asking, Answers answers) {
  private static final Duration LOOKED_AT = Duration.ofDays(400);
  private static final Comparator<Group> BY_NAME =
      Comparator.comparing((Group group) -> group.name().toLowerCase(Locale.ROOT))
          .thenComparing(group -> String.valueOf(group.id()));

  List<Group> of(String name, String contains, int limit, Reach reach) {
    Dimension dimension = asking.catalogue().dimension(name);
    Holdings holdings = Holdings.of(answers, asking.place());
    Names names = new Names(answers, asking.place().dialect(), holdings.tables());
    String part = contains.toLowerCase(Locale.ROOT);
    TreeSet<Group> values = new TreeSet<>(BY_NAME);
    groups(dimension, holdings, names, reach)
        .filter(group -> matches(dimension, names, group, part))
        .forEach(values::add);
    return values.stream().limit(limit).toList();
  }

  private Stream<Group> groups(Dimension dimension, Holdings holdings, Names names, Reach reach) {
    return dimension.naming().isOfTime()
        ? Rows.times(dimension.naming()).stream().map(each -> names.group(dimension, each))
        : series(dimension, holdings, reach).flatMap(each -> groups(dimension, each, names, reach));
  }

  /** One of each dataset: the coarsest that has it. */
  private Stream<Series> series(Dimension dimension, Holdings holdings, Reach reach) {
    return Stream.of(Data.values())
        .filter(data -> reach.workspaces().isEmpty() || data.hasWorkspaces())
        .flatMap(data ->
            holdings.series(data).stream()
                .filter(series -> series.has(dimension))
                .filter(series -> reach.workspaces().isEmpty() || isOfWorkspaces(series))
                .min(Comparator.comparingInt(Series::fineness).thenComparing(Series::cut))
                .stream());
  }

  private boolean isOfWorkspaces(Series series) {
    return series.has(asking.catalogue().dimension("workspace"));
  }

  private Stream<Group> groups(Dimension dimension, Series series, Names names, Reach reach) {
    Instant now = asking.clock().instant();
    Rows rows =
        new Rows(
            series,
            new dev.outlay.ask.Stretch(
                now.minus(LOOKED_AT), now.plus(Duration.ofDays(2)), ZoneOffset.UTC),
            Optional.empty());
    Filtering filtering =
        new Filtering(answers, asking.place().dialect(), asking.catalogue(), names, reach);
    Relation values =
        new Relation.Grouped(
            rows.relation(filtering.of(Filter.NONE, rows)),
            List.of(new Relation.Named("v", rows.raw(dimension, ""))),
            List.of());
    TreeSet<Group> groups = new TreeSet<>(BY_NAME);
    Fetched.each(
        answers,
        asking.place().dialect().sql(values),
        row ->
            groups.add(names.group(dimension, names.value(dimension, series.data(), row.text(0)))));
    return groups.stream();
  }

  private static boolean matches(Dimension dimension, Names names, Group group, String part) {
    return Stream.of(
            Stream.ofNullable(group.id()),
            Stream.of(group.name()),
            names.aliases(dimension, group.id()))
        .flatMap(each -> each)
        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(part));
  }
}
