package dev.outlay.people;

import dev.outlay.store.Answers;
import dev.outlay.store.Line;
import dev.outlay.store.Tables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Names by connection and id, of those that are gone too: the history still knows them.
 *
 * @param owners users and service accounts
 * @param workspaces names
 */
record Directory(Map<Ref, Owner> owners, Map<Ref, String> workspaces) {
  /** An id within a connection. */
  record Ref(String connection, String id) {}

  private static final String DEFAULT = "Default Workspace";

  static Directory of(Answers answers, Tables tables) {
    Map<Ref, Owner> owners = new HashMap<>();
    lines(answers, tables, "users", "name, email").forEach(line -> add(owners, line, "user"));
    lines(answers, tables, "service_accounts", "name, NULL::VARCHAR")
        .forEach(line -> add(owners, line, "service_account"));
    Map<Ref, String> workspaces = new HashMap<>();
    lines(answers, tables, "workspaces", "name, NULL::VARCHAR")
        .forEach(line -> line.text(2).ifPresent(name -> workspaces.put(ref(line), name)));
    return new Directory(Map.copyOf(owners), Map.copyOf(workspaces));
  }

  /** The last version of each row: connection, id, the columns, and whether it is gone. */
  static List<Line> lines(Answers answers, Tables tables, String table, String columns) {
    return tables.has(table)
        ? Line.of(
            answers,
            """
            SELECT connection, id, %s, known_to IS NOT NULL FROM history.%s WHERE id IS NOT NULL
            QUALIFY row_number() OVER (PARTITION BY connection, id ORDER BY known_to DESC NULLS FIRST) = 1 ORDER BY ALL\
            """
                .formatted(columns, table))
        : List.of();
  }

  static Ref ref(Line line) {
    return new Ref(line.name(0), line.name(1));
  }

  private static void add(Map<Ref, Owner> owners, Line line, String type) {
    owners.put(
        ref(line),
        new Owner(line.name(1), line.text(2).orElse(line.name(1)), line.text(3), type, line.is(4)));
  }

  /**
   * Whoever has that id. One that nobody knows is known by id alone, and taken to be gone where
   * others of the kind are known: service accounts are rarely to be had at all.
   */
  Owner owner(String connection, String id) {
    String type = id.startsWith("svac_") ? "service_account" : "user";
    return Optional.ofNullable(owners.get(new Ref(connection, id)))
        .orElseGet(() -> new Owner(id, id, Optional.empty(), type, knows(connection, type)));
  }

  private boolean knows(String connection, String type) {
    return owners.entrySet().stream()
        .anyMatch(each ->
            each.getKey().connection().equals(connection) && each.getValue().type().equals(type));
  }

  Named workspace(String connection, Optional<String> id) {
    return id.map(known -> new Named(known, name(connection, known)))
        .orElse(new Named("", DEFAULT));
  }

  private String name(String connection, String id) {
    return workspaces.getOrDefault(new Ref(connection, id), id);
  }
}
