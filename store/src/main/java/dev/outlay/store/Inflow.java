package dev.outlay.store;

import dev.outlay.destination.Changes;
import dev.outlay.destination.Delivery;
import dev.outlay.failure.Attempt;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Rows;
import dev.outlay.table.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** An open load, as the lane sees it. */
final class Inflow implements AutoCloseable {
  private static final int TRIES = 5;

  /** What a comparison came to. */
  private enum Written {
    ROWS,
    NOTHING,
    HELD
  }

  private record Outcome(Changes changes, Written written) {}

  private final Session session;
  private final Claims claims;
  private final Claims.Claim claim;
  private final Delivery delivery;
  private final int connection;
  private final About about;
  private final Map<String, Intake> intakes = new LinkedHashMap<>();
  private boolean direct;
  private boolean written;
  private long sequence;

  /**
   * What a load is about.
   *
   * @param checkpoints told how far the series is known
   * @param answers told what was changed
   * @param wanted whether its connection is still there when it is committed
   */
  record About(
      Delivery delivery,
      int connection,
      KnownCheckpoints checkpoints,
      LastAnswers answers,
      BooleanSupplier wanted) {
    /** What is known grows, and no row changes: that is not worth a commit of its own. */
    void nothingNew(Checkpoint after) {
      checkpoints.unwritten(connection, delivery.series(), after);
    }

    boolean isSame(String digest) {
      return wanted.getAsBoolean() && answers.isSame(connection, delivery, digest);
    }

    /** Rows changed, and what is known with them. */
    void committed(Checkpoint after) {
      checkpoints.written(connection, delivery.series(), after);
      answers.changed(connection, delivery);
    }

    void remember(String digest) {
      answers.remember(connection, delivery, digest);
    }
  }

  Inflow(Session session, Claims claims, About about, List<Kept> tables) throws SQLException {
    this.about = about;
    this.session = session;
    this.claims = claims;
    this.delivery = about.delivery;
    this.connection = about.connection;
    this.claim = claims.claim(delivery, connection);
    session.run("BEGIN");
    this.direct = isEmpty(tables);
    if (direct) {
      this.sequence = claims.reserve();
    } else {
      session.run("COMMIT");
    }
    for (Kept kept : tables) {
      intakes.put(
          kept.table().name(), new Intake(session, kept, delivery, connection, sequence, direct));
    }
  }

  void add(int page, Rows rows) throws SQLException {
    Intake intake = intakes.get(rows.table().name());
    if (intake == null) {
      throw new Misfit("the load was not opened for rows of " + rows.table().name());
    }
    intake.add(page, rows);
  }

  void discard(int page) throws SQLException {
    for (Intake intake : intakes.values()) {
      intake.discard(page);
    }
  }

  Changes commit(Checkpoint after, String connectionName) throws SQLException {
    for (Intake intake : intakes.values()) {
      intake.finish();
    }
    if (direct && intakes.values().stream().anyMatch(Intake::suspectsTwins)) {
      turnBack();
    }
    claims.writer().lock();
    try {
      if (!about.wanted.getAsBoolean()) {
        throw new Misfit("the connection was removed meanwhile");
      }
      if (direct && claim.overtaken()) {
        turnBack();
      }
      return direct ? append(after) : compare(after, attempt(connectionName));
    } finally {
      claims.writer().unlock();
    }
  }

  /** Whether the commit wrote anything. */
  boolean hasWritten() {
    return written;
  }

  @Override
  public void close() throws SQLException {
    claims.release(claim);
    session.close();
  }

  private boolean isEmpty(List<Kept> tables) throws SQLException {
    for (Kept kept : tables) {
      if (session.number(
              "SELECT 1 FROM "
                  + kept.name()
                  + " WHERE _connection = "
                  + connection
                  + " AND "
                  + Sql.where(delivery.scope(), kept.table())
                  + " LIMIT 1")
          > 0) {
        return false;
      }
    }
    return true;
  }

  /** The rows go where those of any other load go first. */
  private void turnBack() throws SQLException {
    for (Intake intake : intakes.values()) {
      intake.turnBack();
    }
    session.run("COMMIT");
    direct = false;
  }

  private Changes append(Checkpoint after) throws SQLException {
    long rows = read().read();
    if (rows == 0 && !new Held(session, delivery, connection).isRemembered()) {
      session.run("COMMIT");
      nothingNew(after);
      return Changes.NONE;
    }
    if (rows > 0 && !claims.inOrder(sequence)) {
      sequence = claims.reserve();
      for (Intake intake : intakes.values()) {
        intake.renumber(sequence);
      }
    }
    for (Intake intake : intakes.values()) {
      intake.addUp(Scopes.one(delivery, intake.kept(), connection).near().apply("t."));
    }
    keep(after, rows > 0 ? sequence : 0);
    session.run("COMMIT");
    committed(after, rows > 0 ? sequence : 0);
    return new Changes(rows, rows, 0, 0, false);
  }

  private void nothingNew(Checkpoint after) {
    about.nothingNew(after);
    claims.committed(claim, 0);
  }

  private void committed(Checkpoint after, long changed) {
    about.committed(after);
    claims.committed(claim, changed);
    written = true;
  }

  private Changes compare(Checkpoint after, Attempt attempt) throws SQLException {
    for (Intake intake : intakes.values()) {
      if (intake.suspectsTwins()) {
        new Twins(session, intake.kept(), intake.stage()).number(attempt);
      }
    }
    for (int attempts = 1; ; attempts++) {
      try {
        Outcome outcome = session.atomically(() -> difference(after));
        over(outcome, after);
        return outcome.changes;
      } catch (SQLException e) {
        if (attempts == TRIES || !String.valueOf(e.getMessage()).contains("onflict")) {
          throw e;
        }
      }
    }
  }

  private void over(Outcome outcome, Checkpoint after) {
    switch (outcome.written) {
      case ROWS -> committed(after, sequence);
      case NOTHING -> nothingNew(after);
      case HELD -> {
        about.answers.changed(connection, delivery);
        written = true;
      }
    }
  }

  private Outcome difference(Checkpoint after) throws SQLException {
    List<Difference> differences = new ArrayList<>();
    List<Closings> closings = new ArrayList<>();
    for (Intake intake : intakes.values()) {
      Difference difference = difference(intake);
      closings.add(closings(intake, difference.compare(slices(intake))));
      differences.add(difference);
    }
    Changes changes = differences.stream().map(Difference::changes).reduce(read(), Changes::plus);
    return outcome(after, differences, closings, changes);
  }

  private Difference difference(Intake intake) {
    Scopes scopes = Scopes.one(delivery, intake.kept(), connection);
    return new Difference(session, intake.kept(), intake.stage(), scopes);
  }

  private List<String> slices(Intake intake) throws SQLException {
    return new Slices(session, intake.kept(), intake.stage(), delivery).conditions(intake.rows());
  }

  private Closings closings(Intake intake, List<Difference.Part> parts) {
    Difference.Part part =
        parts.isEmpty() ? new Difference.Part(0, Changes.NONE, 0) : parts.getFirst();
    return new Closings(session, intake.kept(), delivery, connection, part);
  }

  private Outcome outcome(
      Checkpoint after, List<Difference> differences, List<Closings> closings, Changes changes)
      throws SQLException {
    Held held = new Held(session, delivery, connection);
    if (closesTooMuch(closings) && !held.confirms(closings)) {
      held.remember(Held.fingerprint(closings, delivery.settledBefore()));
      return new Outcome(new Changes(changes.read(), 0, 0, 0, true), Written.HELD);
    }
    if (changes.added() + changes.changed() + changes.closed() == 0 && !held.isRemembered()) {
      return new Outcome(changes, Written.NOTHING);
    }
    apply(differences, changes, after);
    return new Outcome(changes, Written.ROWS);
  }

  private static boolean closesTooMuch(List<Closings> closings) throws SQLException {
    for (Closings each : closings) {
      if (each.tooMany()) {
        return true;
      }
    }
    return false;
  }

  private void apply(List<Difference> differences, Changes changes, Checkpoint after)
      throws SQLException {
    boolean changed = changes.added() + changes.changed() + changes.closed() > 0;
    sequence = changed ? claims.reserve() : 0;
    if (changed) {
      for (Difference difference : differences) {
        difference.apply(sequence);
      }
    }
    keep(after, sequence);
  }

  private void keep(Checkpoint after, long changed) throws SQLException {
    new Held(session, delivery, connection).forget();
    new CheckpointTable(session, connection).keep(delivery.series(), after, changed);
  }

  private Changes read() {
    long rows = intakes.values().stream().mapToLong(Intake::rows).sum();
    return new Changes(rows, 0, 0, 0, false);
  }

  private Attempt attempt(String connectionName) {
    Attempt attempt =
        Attempt.to("comparing the answer", connectionName, delivery.series().toString());
    return delivery
        .scope()
        .during()
        .map(during -> during.span().toString())
        .map(attempt::during)
        .orElse(attempt);
  }

  /** The tables of a load, in its order. */
  static List<Kept> kept(Catalogue catalogue, Delivery delivery) {
    List<Kept> kept = new ArrayList<>();
    for (Table table : delivery.tables()) {
      kept.add(catalogue.of(table));
    }
    return kept;
  }
}
