package dev.outlay.admin;

import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.Dataset.Beta;
import dev.outlay.dataset.Width;
import dev.outlay.dataset.Window;
import dev.outlay.table.Scope;
import dev.outlay.table.Series;
import dev.outlay.table.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a series and a span are said to the API: the request, and the scope of its answer. */
record Asking(Dataset dataset, Series series, Optional<Span> span) {
  private static final String GROUP_BY = "group_by[]";

  Call call(String connection, Instant now) {
    return new Call(
        connection,
        series.toString(),
        span.map(Span::toString).orElse(""),
        dataset.path().replace("{parent}", Call.encoded(series.parent())),
        query(now),
        beta(),
        dataset.budget(),
        dataset.optional());
  }

  /** What the columns may want to know of the question. */
  Map<String, String> asked(String connectionId) {
    Map<String, String> asked = new HashMap<>();
    asked.put("connection_id", connectionId);
    asked.put("bucket_width", series.width());
    asked.put("grouped_by", series.groupedBy());
    asked.put("parent", series.parent());
    return asked;
  }

  Check check() {
    return switch (dataset.window()) {
      case Window.Buckets _ -> new BucketCheck(span.orElseThrow(), width());
      case Window.Days _, Window.RowReport _ -> new RowCheck(span.orElseThrow(), dataset);
      case Window.Snapshot _, Window.EachOf _ -> new ListCheck(dataset);
    };
  }

  Scope scope() {
    List<Scope.Condition> conditions = new ArrayList<>(Filters.parse(series.filter()).conditions());
    span.ifPresent(time -> conditions.add(during(time)));
    equal(conditions, "bucket_width", series.width());
    equal(conditions, "grouped_by", series.groupedBy());
    if (dataset.window() instanceof Window.EachOf(_, var column)) {
      conditions.add(new Scope.Equal(column, series.parent()));
    }
    return new Scope(conditions);
  }

  private Scope.During during(Span time) {
    return new Scope.During(dataset.time().orElseThrow().name(), time);
  }

  private void equal(List<Scope.Condition> conditions, String column, String value) {
    if (dataset.fields().stream().anyMatch(field -> field.column().name().equals(column))) {
      conditions.add(new Scope.Equal(column, value));
    }
  }

  private Map<String, List<String>> query(Instant now) {
    Map<String, List<String>> query = dataset.query();
    span.ifPresent(time -> time(query, time, now));
    if (!dataset.cuts().isEmpty()) {
      query.put(GROUP_BY, dimensions());
      query.putAll(filter());
    }
    if (dataset.limit() > 0) {
      query.put("limit", List.of(String.valueOf(dataset.limit())));
    }
    return query;
  }

  private void time(Map<String, List<String>> query, Span time, Instant now) {
    switch (dataset.window()) {
      case Window.Buckets _ -> buckets(query, time);
      case Window.Days _ -> query.put("starting_at", List.of(day(time.start())));
      case Window.RowReport _ -> rows(query, time, now);
      case Window.Snapshot _, Window.EachOf _ -> {}
    }
  }

  private void buckets(Map<String, List<String>> query, Span time) {
    query.put("starting_at", List.of(time.start().toString()));
    query.put("ending_at", List.of(time.end().toString()));
    query.put("bucket_width", List.of(series.width()));
    query.put("limit", List.of(String.valueOf(width().limit())));
  }

  /** An end in the future is left out: the API then takes its own now, which is what is meant. */
  private static void rows(Map<String, List<String>> query, Span time, Instant now) {
    query.put("starting_at", List.of(time.start().toString()));
    if (!time.end().isAfter(now)) {
      query.put("ending_at", List.of(time.end().toString()));
    }
  }

  private Map<String, List<String>> filter() {
    Map<String, List<String>> filter = new HashMap<>();
    Filters.parse(series.filter())
        .values()
        .forEach((name, values) -> filter.put(name, values.stream().sorted().toList()));
    return filter;
  }

  private List<String> beta() {
    return dataset.beta().stream()
        .filter(beta -> beta.onlyFor().isEmpty() || dimensions().contains(beta.onlyFor()))
        .map(Beta::header)
        .toList();
  }

  private List<String> dimensions() {
    return Arrays.stream(series.groupedBy().split(",")).filter(each -> !each.isEmpty()).toList();
  }

  private Width width() {
    return dataset.width(series.width());
  }

  private static String day(Instant start) {
    return LocalDate.ofInstant(start, ZoneOffset.UTC).toString();
  }
}
