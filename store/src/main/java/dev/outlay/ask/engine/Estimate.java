package dev.outlay.ask.engine;

import dev.outlay.ask.Data;
import dev.outlay.ask.relation.Expr;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Cost that is not billed yet, from tokens and prices.
 *
 * @param batch the usage
 * @param billedTo up to where each connection was billed
 */
record Estimate(Batch batch, Map<String, Instant> billedTo) {
  /** Nothing where every connection was billed to the end, or none was at all. */
  static Optional<Estimate> of(Plan plan, KnownTimes known) {
    Series bill = new Series(Data.COST, "", "");
    Map<String, Instant> billedTo = new HashMap<>();
    for (String connection : known.connections()) {
      known
          .coverage(bill)
          .readTo(connection)
          .filter(time -> time.isBefore(known.to(bill, -1)))
          .ifPresent(time -> billedTo.put(connection, time));
    }
    return plan.estimate()
        .filter(_ -> !billedTo.isEmpty())
        .map(batch -> new Estimate(batch, billedTo));
  }

  /** The first time of any connection that was not billed. */
  Instant from() {
    return billedTo.values().stream().min(Instant::compareTo).orElseThrow();
  }

  /** The usage that is not billed. */
  Expr condition(boolean onlyOne) {
    Expr time = Expr.column("bucket_start");
    if (onlyOne) {
      return new Expr.Not(new Expr.Less(time, new Expr.Time(from())));
    }
    List<Expr> each = new ArrayList<>();
    billedTo.forEach((connection, to) ->
        each.add(
            Expr.all(
                new Expr.Equal(Expr.column("connection"), connection),
                new Expr.Not(new Expr.Less(time, new Expr.Time(to))))));
    return new Expr.Any(each);
  }
}
