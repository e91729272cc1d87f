package dev.outlay.quality;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import dev.outlay.dataset.catalogue.Datasets;
import dev.outlay.store.Answers;
import dev.outlay.store.Line;
import dev.outlay.store.Literal;
import dev.outlay.store.Tables;
import dev.outlay.table.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What turned out otherwise than it was first told. A day keeps one version of a row, so that what
 * changed within one UTC day leaves no trace. Only versions that were closed are looked for, and
 * there are few of these; then the ones that took their places.
 */
public record RevisionLog(Answers answers) {
  /** A closed version, and where it stands in the order of the pages. */
  private record Version(Closed closed, Line line, RevisionPage.Place place) {}

  private static final Comparator<Version> LATEST =
      Comparator.comparing((Version each) -> each.place().closed(), Comparator.reverseOrder())
          .thenComparing(each -> each.place().table())
          .thenComparing(each -> each.place().rowId());

  /**
   * A page.
   *
   * @param dataset only of this table; empty for all
   * @param after the place where the page before ended
   * @param rows how many rows at most; a row may have several revisions
   */
  public RevisionPage read(Optional<String> dataset, Optional<RevisionPage.Place> after, int rows) {
    Tables tables = Tables.of(answers);
    Names names = Names.of(answers, tables);
    List<Version> versions =
        Datasets.ALL.stream()
            .flatMap(each -> each.tables().stream())
            .filter(table -> tables.has(table.name()))
            .filter(table -> dataset.map(table.name()::equals).orElse(true))
            .flatMap(table -> versions(new Closed(table, names), after, rows + 1).stream())
            .sorted(LATEST)
            .limit(rows + 1L)
            .toList();
    List<Version> page = versions.subList(0, Math.min(rows, versions.size()));
    return new RevisionPage(
        told(page),
        versions.size() > rows ? Optional.of(page.getLast().place()) : Optional.empty());
  }

  private List<Version> versions(Closed closed, Optional<RevisionPage.Place> after, int rows) {
    String table = closed.table().name();
    String sql =
        "SELECT %s FROM history.%s WHERE known_to IS NOT NULL AND %s ORDER BY known_to DESC, row_id LIMIT %d"
            .formatted(
                closed.columns("known_to"),
                table,
                after.map(place -> beyond(place, table)).orElse("true"),
                rows);
    return Line.of(answers, sql).stream()
        .map(line ->
            new Version(
                closed,
                line,
                new RevisionPage.Place(line.instant(1).orElseThrow(), table, line.name(0))))
        .toList();
  }

  /** What comes after the place in the order of time, table and row. */
  private static String beyond(RevisionPage.Place place, String table) {
    String time = Literal.of(place.closed());
    int order = table.compareTo(place.table());
    String sameTime =
        order > 0 ? "true" : order < 0 ? "false" : "row_id > " + Literal.of(place.rowId());
    return "(known_to < %s OR (known_to = %s AND %s))".formatted(time, time, sameTime);
  }

  private List<Revision> told(List<Version> page) {
    Map<Table, List<Version>> byTable = new HashMap<>();
    page.forEach(
        each -> byTable.computeIfAbsent(each.closed().table(), _ -> new ArrayList<>()).add(each));
    Map<RevisionPage.Place, Line> next = new HashMap<>();
    byTable.values().forEach(versions -> next.putAll(successors(versions)));
    return page.stream()
        .flatMap(each ->
            each
                .closed()
                .revisions(each.line(), Optional.ofNullable(next.get(each.place())))
                .stream())
        .toList();
  }

  /** The versions that began when these ended. */
  private Map<RevisionPage.Place, Line> successors(List<Version> versions) {
    Closed closed = versions.getFirst().closed();
    String sql =
        "SELECT %s FROM history.%s WHERE known_from IN (%s) AND row_id IN (%s)"
            .formatted(
                closed.columns("known_from"),
                closed.table().name(),
                versions.stream()
                    .map(each -> Literal.of(each.place().closed()))
                    .distinct()
                    .collect(joining(", ")),
                versions.stream()
                    .map(each -> Literal.of(each.place().rowId()))
                    .distinct()
                    .collect(joining(", ")));
    return Line.of(answers, sql).stream()
        .collect(toMap(line -> place(line, closed), identity(), (first, _) -> first));
  }

  private static RevisionPage.Place place(Line line, Closed closed) {
    Instant began = line.instant(1).orElseThrow();
    return new RevisionPage.Place(began, closed.table().name(), line.name(0));
  }
}
