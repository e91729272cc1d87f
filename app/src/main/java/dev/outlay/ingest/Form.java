package dev.outlay.ingest;

import dev.outlay.destination.Identity;
import dev.outlay.destination.Labelled;
import dev.outlay.table.Column;
import dev.outlay.table.Rows;
import dev.outlay.table.Scope;
import dev.outlay.table.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of one table look where they arrive.
 *
 * @param source the name of the table they come from
 * @param name of the table they go to
 * @param meaning of that table
 * @param parts its columns
 * @param keeps which rows go there at all
 */
record Form(
    String source,
    String name,
    String meaning,
    List<Part> parts,
    Predicate<@Nullable Object[]> keeps) {
  Form {
    parts = List.copyOf(parts);
  }

  /** Every column as it is. */
  static Form same(Table table) {
    return new Form(
        table.name(),
        table.name(),
        table.meaning(),
        table.columns().stream().map(column -> taken(table, column, column.name())).toList(),
        _ -> true);
  }

  /** A column made of that column of the table. */
  static Part taken(Table table, Column column, String source) {
    int index = table.indexOf(source);
    return new Part(column, source, row -> row[index]);
  }

  Form named(String other) {
    return new Form(source, other, meaning, parts, keeps);
  }

  Form keeping(Predicate<@Nullable Object[]> which) {
    return new Form(source, name, meaning, parts, which);
  }

  Form each(Function<Part, Part> change) {
    return new Form(source, name, meaning, parts.stream().map(change).toList(), keeps);
  }

  /** Rows that are added to what is there: they have no key, or one of this very time. */
  Form added(Instant now) {
    return each(part ->
        part.column().name().equals(Labelled.ROW_ID)
            ? part.then(id -> Identity.of(Stream.of(id.toString(), now.toString())))
            : part.as(Labelled.plain(part.column())));
  }

  Table to() {
    return new Table(
        name, meaning, parts.stream().map(Part::column).toList(), Table.Twins.EQUAL_ONLY);
  }

  Optional<Part> made(String column) {
    return parts.stream().filter(part -> part.column().name().equals(column)).findFirst();
  }

  Rows rows(Rows came) {
    return reshaped(came.cells().stream().filter(keeps));
  }

  /** Of rows of which there is nothing but the key. */
  Rows keys(Rows gone) {
    return reshaped(gone.cells().stream());
  }

  private Rows reshaped(Stream<@Nullable Object[]> came) {
    List<@Nullable Object[]> cells = new ArrayList<>();
    came.forEach(row -> cells.add(row(row)));
    return new Rows(to(), cells);
  }

  private @Nullable Object[] row(@Nullable Object[] row) {
    @Nullable Object[] made = new @Nullable Object[parts.size()];
    for (int i = 0; i < made.length; i++) {
      made[i] = parts.get(i).cell().of(row);
    }
    return made;
  }

  /** The same scope there; a condition on what does not arrive holds for all that is there. */
  Scope scope(Scope scope) {
    return new Scope(
        scope.conditions().stream().flatMap(each -> condition(each).stream()).toList());
  }

  private Optional<Scope.Condition> condition(Scope.Condition condition) {
    return parts.stream()
        .filter(part -> part.source().equals(condition.column()))
        .map(part -> part.column().name())
        .findFirst()
        .map(column ->
            switch (condition) {
              case Scope.Equal(_, var value) -> new Scope.Equal(column, value);
              case Scope.Among(_, var values) -> new Scope.Among(column, values);
              case Scope.Except(_, var values) -> new Scope.Except(column, values);
              case Scope.During(_, var span) -> new Scope.During(column, span);
            });
  }
}
