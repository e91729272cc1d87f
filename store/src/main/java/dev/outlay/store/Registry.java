package dev.outlay.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The connections of a store, each with the small number its rows carry. */
final class Registry {
  private record Entry(int number, ConnectionRow row) {}

  private static final String TRIED = "adding the connection ";

  private final Trouble trouble;
  private volatile List<Entry> entries;

  Registry(Session session, Trouble trouble) throws SQLException {
    this.trouble = trouble;
    this.entries =
        session.rows(
            "SELECT number, id, name, coalesce(organization_id, '') FROM app.connections ORDER BY number",
            row ->
                new Entry(
                    row.getInt(1),
                    new ConnectionRow(row.getString(2), row.getString(3), row.getString(4))));
  }

  Optional<Integer> number(String id) {
    return find(entry -> entry.row.id().equals(id)).map(Entry::number);
  }

  /** The number of that id, which becomes known with it. Only for the one who may write. */
  int numbered(Session session, String id) throws SQLException {
    Optional<Integer> known = number(id);
    return known.isPresent() ? known.get() : keep(session, new ConnectionRow(id, id, ""));
  }

  /** Makes the connection known, or gives it another name. Only for the one who may write. */
  ConnectionRow connect(Session session, ConnectionRow wanted) throws SQLException {
    check(wanted);
    keep(session, wanted);
    return wanted;
  }

  List<ConnectionRow> all() {
    return entries.stream().map(Entry::row).toList();
  }

  Optional<ConnectionRow> named(String name) {
    return find(entry -> entry.row.name().equals(name)).map(Entry::row);
  }

  private void check(ConnectionRow wanted) {
    Predicate<Entry> same = entry -> entry.row.id().equals(wanted.id());
    find(same.and(entry -> !entry.row.organizationId().isEmpty()))
        .filter(entry -> !entry.row.organizationId().equals(wanted.organizationId()))
        .ifPresent(entry ->
            refuse(
                wanted,
                "its key is of another organization now",
                "Add the other organization as a connection of its own."));
    find(same.negate().and(entry -> entry.row.organizationId().equals(wanted.organizationId())))
        .ifPresent(entry ->
            refuse(
                wanted,
                "its organization is already collected as " + entry.row.name(),
                "Every figure would count twice: remove one of the two."));
    find(same.negate().and(entry -> entry.row.name().equals(wanted.name())))
        .ifPresent(entry -> refuse(wanted, "the name is taken", "Choose another name."));
  }

  private void refuse(ConnectionRow wanted, String came, String advice) {
    throw trouble.because(TRIED + wanted.name(), came, advice);
  }

  private int keep(Session session, ConnectionRow row) throws SQLException {
    int number = number(row.id()).orElse(entries.size() + 1);
    List<Entry> after = new ArrayList<>(entries);
    after.removeIf(entry -> entry.number == number);
    after.add(new Entry(number, row));
    session.atomically(() -> {
      session.run("DELETE FROM app.connections WHERE number = ?", number);
      session.run(
          "INSERT INTO app.connections VALUES (?, ?, ?, nullif(?, ''))",
          number,
          row.id(),
          row.name(),
          row.organizationId());
      session.run(macro("name", after, ConnectionRow::name));
      session.run(macro("id", after, ConnectionRow::id));
      return number;
    });
    entries = List.copyOf(after);
    return number;
  }

  private Optional<Entry> find(Predicate<Entry> wanted) {
    return entries.stream().filter(wanted).findFirst();
  }

  private static String macro(
      String what, List<Entry> entries, Function<ConnectionRow, String> value) {
    return entries.stream()
        .map(entry -> " WHEN " + entry.number + " THEN " + Sql.text(value.apply(entry.row)))
        .collect(
            Collectors.joining(
                "",
                "CREATE OR REPLACE MACRO app.connection_" + what + "(number) AS CASE number",
                " END"));
  }
}
