package dev.outlay.ask.engine;

import dev.outlay.ask.Catalogue;
import dev.outlay.ask.Condition;
import dev.outlay.ask.Condition.Test;
import dev.outlay.ask.Dimension;
import dev.outlay.ask.Filter;
import dev.outlay.ask.Group;
import dev.outlay.ask.Reach;
import dev.outlay.ask.relation.Dialect;
import dev.outlay.ask.relation.Expr;
import dev.outlay.ask.relation.Relation;
import dev.outlay.store.Answers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a test of rows of the filter of an ask; what needs names is looked up first. */
record Filtering(Answers answers, Dialect dialect, Catalogue catalogue, Names names, Reach reach) {
  private static final Expr TRUE = new Expr.All(List.of());

  /** The rows that count and may be seen. */
  Expr of(Filter filter, Rows rows) {
    return Expr.all(seen(rows), test(filter, rows));
  }

  /** By id alone: a name can be given to any workspace. */
  private Expr seen(Rows rows) {
    return reach
        .workspaces()
        .<Expr>map(ids ->
            new Expr.Among(
                rows.raw(catalogue.dimension("workspace"), ""), List.copyOf(new TreeSet<>(ids))))
        .orElse(TRUE);
  }

  private Expr test(Filter filter, Rows rows) {
    return filter.isNone()
        ? TRUE
        : new Expr.Any(
            filter.groups().stream()
                .<Expr>map(
                    group -> new Expr.All(group.stream().map(each -> of(each, rows)).toList()))
                .toList());
  }

  private Expr of(Condition condition, Rows rows) {
    Dimension dimension = catalogue.dimension(condition.dimension());
    boolean plain = !dimension.naming().isDerived() && !dimension.naming().isOfTime();
    boolean exact = condition.test() != Test.CONTAINS && condition.test() != Test.CONTAINS_NOT;
    return plain && exact ? plain(condition, dimension, rows) : tried(condition, dimension, rows);
  }

  private Expr plain(Condition condition, Dimension dimension, Rows rows) {
    List<String> ids =
        condition.values().stream()
            .flatMap(value -> Stream.concat(Stream.of(value), named(dimension, value)))
            .distinct()
            .toList();
    return Rows.test(
        rows.raw(dimension, rows.series().data().time()),
        condition.test(),
        ids,
        condition.values().contains(dimension.unnamed()));
  }

  private Stream<String> named(Dimension dimension, String name) {
    return names.named(dimension, name);
  }

  /** Each value that there is, tried here: names and families are not known to the engine. */
  private Expr tried(Condition condition, Dimension dimension, Rows rows) {
    List<@Nullable String> right = new ArrayList<>();
    for (@Nullable String raw : values(dimension, rows)) {
      if (holds(condition, dimension, names.value(dimension, rows.series().data(), raw))) {
        right.add(raw);
      }
    }
    Expr column = rows.raw(dimension, rows.series().data().time());
    List<String> ids =
        right.stream().filter(Objects::nonNull).map(Objects::requireNonNull).toList();
    return new Expr.Sure(Rows.test(column, Test.IS, ids, right.contains(null)));
  }

  private List<@Nullable String> values(Dimension dimension, Rows rows) {
    if (dimension.naming().isOfTime()) {
      return new ArrayList<>(Rows.times(dimension.naming()));
    }
    Expr column = rows.raw(dimension, "");
    Relation distinct =
        new Relation.Grouped(
            rows.relation(TRUE), List.of(new Relation.Named("v", column)), List.of());
    List<@Nullable String> values = new ArrayList<>();
    Fetched.each(answers, dialect.sql(distinct), row -> values.add(row.text(0)));
    return values;
  }

  private boolean holds(Condition condition, Dimension dimension, @Nullable String id) {
    Group group = names.group(dimension, id);
    return switch (condition.test()) {
      case EMPTY -> id == null;
      case NOT_EMPTY -> id != null;
      case IS -> told(dimension, group).anyMatch(condition.values()::contains);
      case IS_NOT -> told(dimension, group).noneMatch(condition.values()::contains);
      case CONTAINS -> contains(condition, told(dimension, group));
      case CONTAINS_NOT -> !contains(condition, told(dimension, group));
    };
  }

  private Stream<String> told(Dimension dimension, Group group) {
    return Stream.concat(
        Stream.of(Stream.ofNullable(group.id()), Stream.of(group.name())).flatMap(each -> each),
        names.aliases(dimension, group.id()));
  }

  private static boolean contains(Condition condition, Stream<String> texts) {
    List<String> parts =
        condition.values().stream().map(each -> each.toLowerCase(Locale.ROOT)).toList();
    return texts
        .map(text -> text.toLowerCase(Locale.ROOT))
        .anyMatch(text -> parts.stream().anyMatch(text::contains));
  }
}
