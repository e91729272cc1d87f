package dev.outlay.store;

import dev.outlay.destination.Delivery;
import dev.outlay.table.Scope;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Cuts a large comparison into stretches of time that fit in memory. */
record Slices(Session session, Kept kept, String stage, Delivery delivery) {
  private static final long ROWS = 150_000;

  private record Moment(String time, long rows) {}

  /** Conditions on the rows of both sides that together hold for each row exactly once. */
  List<String> conditions(long staged) throws SQLException {
    if (staged <= ROWS || delivery.scope().during().isEmpty()) {
      return List.of("TRUE");
    }
    return between(delivery.scope().during().get(), cuts(delivery.scope().during().get()));
  }

  private List<String> cuts(Scope.During during) throws SQLException {
    String time = Sql.name(during.column());
    List<String> cuts = new ArrayList<>();
    long rows = 0;
    for (Moment moment : moments(time)) {
      rows += moment.rows;
      if (rows > ROWS) {
        cuts.add(moment.time);
        rows = moment.rows;
      }
    }
    return cuts;
  }

  private List<Moment> moments(String time) throws SQLException {
    return session.rows(
        "SELECT %s::VARCHAR, count(*), typeof(any_value(%s)) FROM %s GROUP BY %s ORDER BY %s"
            .formatted(time, time, stage, time, time),
        row -> new Moment(row.getString(3) + " " + Sql.text(row.getString(1)), row.getLong(2)));
  }

  private static List<String> between(Scope.During during, List<String> cuts) {
    String time = Sql.name(during.column());
    List<String> conditions = new ArrayList<>();
    String from = "";
    for (String cut : cuts) {
      conditions.add(from + time + " < " + cut);
      from = time + " >= " + cut + " AND ";
    }
    conditions.add(from + "TRUE");
    return conditions;
  }
}
