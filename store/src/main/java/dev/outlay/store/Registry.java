package dev.outlay.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The connections of a store, each with the small number its rows carry. */
final class Registry {
  private record Entry(int number, ConnectionRow row) {}

  private static final String TRIED = "adding the connection ";

  private final Trouble trouble;
  private final Set<String> removed = ConcurrentHashMap.newKeySet();
  private volatile List<Entry> entries = List.of();
  private volatile Map<String, Integer> numbers = Map.of();

  Registry(Session session, Trouble trouble) throws SQLException {
    this.trouble = trouble;
    set(
        session.rows(
            "SELECT number, id, name, coalesce(organization_id, '') FROM app.connections WHERE id IS NOT NULL ORDER BY number",
            row ->
                new Entry(
                    row.getInt(1),
                    new ConnectionRow(row.getString(2), row.getString(3), row.getString(4)))));
  }

  private void set(List<Entry> all) {
    entries = List.copyOf(all);
    numbers = all.stream().collect(Collectors.toMap(each -> each.row.id(), Entry::number));
  }

  Optional<Integer> number(String id) {
    return Optional.ofNullable(numbers.get(id));
  }

  /** Whether it is known just so. */
  boolean isKnown(ConnectionRow row) {
    return entries.stream().anyMatch(entry -> entry.row.equals(row));
  }

  /** Whether the id still has that number: it has not when it was removed. */
  boolean isStill(String id, int number) {
    return number(id).equals(Optional.of(number));
  }

  /** The number of that id, which becomes known with it. Only for the one who may write. */
  int numbered(Session session, String id) throws SQLException {
    Optional<Integer> known = number(id);
    if (removed.contains(id)) {
      throw trouble.because(
          TRIED + id, "it was removed", "What was being read for it is not wanted any more.");
    }
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

  /** Forgets it within the transaction that its rows go in; its number may be given again. */
  void remove(Session session, int number) throws SQLException {
    session.run("DELETE FROM app.connections WHERE number = ?", number);
    session.run("INSERT INTO app.connections VALUES (?, NULL, NULL, NULL)", number);
  }

  /** Once that transaction is over. */
  void removed(int number) {
    List<Entry> after = new ArrayList<>(entries);
    after.stream()
        .filter(entry -> entry.number == number)
        .forEach(entry -> removed.add(entry.row.id()));
    after.removeIf(entry -> entry.number == number);
    set(after);
  }

  private int keep(Session session, ConnectionRow row) throws SQLException {
    if (isKnown(row)) {
      return number(row.id()).orElseThrow();
    }
    int number = number(row.id()).orElseGet(this::free);
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
      return number;
    });
    set(after);
    return number;
  }

  private int free() {
    Set<Integer> used = entries.stream().map(Entry::number).collect(Collectors.toSet());
    return IntStream.iterate(1, number -> number + 1)
        .filter(number -> !used.contains(number))
        .findFirst()
        .orElseThrow();
  }

  private Optional<Entry> find(Predicate<Entry> wanted) {
    return entries.stream().filter(wanted).findFirst();
  }
}
