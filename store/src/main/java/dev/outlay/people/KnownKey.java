package dev.outlay.people;

import dev.outlay.store.Line;
import java.time.Instant;
import java.util.Optional;

/** What the directory says of a key. */
record KnownKey(
    Optional<String> id,
    String connection,
    String name,
    String status,
    Optional<String> hint,
    Optional<Named> workspace,
    Optional<Owner> owner,
    Optional<Instant> createdAt,
    Optional<Instant> expiresAt) {
  static final String COLUMNS =
      "name, status, partial_key_hint, scope_type, workspace_id, principal_id, created_by_id, created_at, expires_at";
  private static final String ORGANISATION = "organization";

  /** From a line of {@link Directory#lines} with these columns. */
  static KnownKey of(Line line, Directory directory) {
    String connection = line.name(0);
    return new KnownKey(
        line.text(1),
        connection,
        line.text(2).orElse(line.name(1)),
        line.is(11) ? "deleted" : line.text(3).orElse("unknown"),
        line.text(4),
        line.text(5).filter(ORGANISATION::equals).isPresent()
            ? Optional.empty()
            : Optional.of(directory.workspace(connection, line.text(6))),
        line.text(7).or(() -> line.text(8)).map(id -> directory.owner(connection, id)),
        line.instant(9),
        line.instant(10));
  }

  /** One that only usage names. */
  static KnownKey stranger(String connection, String id) {
    return bare(Optional.of(id), connection, id, "unknown");
  }

  static KnownKey console(String connection) {
    return bare(Optional.empty(), connection, "Console", "none");
  }

  private static KnownKey bare(Optional<String> id, String connection, String name, String status) {
    return new KnownKey(
        id,
        connection,
        name,
        status,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
