package dev.outlay.store;

import dev.outlay.destination.Delivery;
import java.sql.SQLException;
import java.time.Instant;

/** The rows of one table that one load would close. */
record Closings(
    Session session, Kept kept, Delivery delivery, int connection, Difference.Part part) {
  /** So many rows may vanish without a second look. */
  static final long FEW = 10;

  /** Whether more than a fifth of the settled rows would be closed, and more than a few. */
  boolean tooMany() throws SQLException {
    return part.settledClosed() > FEW && part.settledClosed() * 5 > settled();
  }

  private long settled() throws SQLException {
    return session.number(
        "SELECT count(*) FROM "
            + kept.name()
            + " t WHERE t._known_to IS NULL AND "
            + scope()
            + " AND "
            + before(delivery.settledBefore()));
  }

  /** Names the rows before that time that would be closed, whatever else came. */
  String fingerprint(Instant before) throws SQLException {
    return session
        .first(
            "SELECT count(*) || '/' || coalesce(sum(hash(t._ordinal, %s)::HUGEINT), 0) FROM %s d JOIN %s t ON t.rowid = d._rid WHERE d._sid IS NULL AND %s AND %s"
                .formatted(
                    Kept.list(kept.table().columns(), "t."),
                    "temp." + Sql.name("diff " + kept.table().name()),
                    kept.name(),
                    scope(),
                    before(before)),
            row -> kept.table().name() + ":" + row.getString(1))
        .orElse("");
  }

  private String scope() {
    return Scopes.one(delivery, kept, connection).rows().apply("t.");
  }

  private String before(Instant time) {
    return Scopes.before(delivery, kept, "t.", time);
  }
}
