package dev.outlay.metric;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.outlay.headroom.Headroom;
import dev.outlay.headroom.HeadroomAnswer;
import dev.outlay.store.Answers;
import dev.outlay.store.Line;
import dev.outlay.store.Literal;
import dev.outlay.store.Tables;
import dev.outlay.table.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One moment of the store, from which all metrics are read. For one thread at a time. */
public final class Moment {
  /** How far back the peaks of rate limits reach. */
  private static final Duration PEAKS = Duration.ofHours(24);

  private final Answers answers;
  private final Tables tables;
  private final Instant at;
  private final Optional<Instant> end;
  private @Nullable HeadroomAnswer headroom;
  private @Nullable Set<String> defaults;

  public Moment(Answers answers, Instant at) {
    this(answers, at, Optional.empty());
  }

  private Moment(Answers answers, Instant at, Optional<Instant> end) {
    this.end = end;
    this.answers = answers;
    this.tables = Tables.of(answers);
    this.at = at;
  }

  /** The answer to some SQL; none before the tables it needs are there. */
  public List<Line> lines(String sql, String... needed) {
    return tables.has(needed) ? Line.of(answers, sql) : List.of();
  }

  /** The same, as if nothing were settled but what had ended by then: a look back. */
  Moment until(Instant time) {
    return new Moment(answers, at, Optional.of(time));
  }

  /** The condition for settled rows of a bucketed table, under that alias and a dot, or none. */
  public String settled(String alias) {
    String all = alias + "settled";
    return end.map(time -> all + " AND " + alias + "bucket_end <= " + Literal.of(time)).orElse(all);
  }

  /** When the day began, UTC. */
  public Instant today() {
    return at.truncatedTo(ChronoUnit.DAYS);
  }

  /** When the month began, UTC. */
  public Instant month() {
    return at.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1).toInstant();
  }

  /** The limits, with the peaks of the last 24 hours. */
  public HeadroomAnswer headroom() {
    if (headroom == null) {
      headroom = new Headroom(answers).read(new Span(at.minus(PEAKS), at), at, Optional.empty());
    }
    return headroom;
  }

  /** The connections anything is known of, by name. */
  public Set<String> organisations() {
    return names(
        "SELECT DISTINCT connection FROM coverage WHERE connection IS NOT NULL", "coverage");
  }

  /** Whether that is the id of a default workspace, which reports leave out. */
  public boolean isDefault(String workspace) {
    if (defaults == null) {
      defaults =
          names("SELECT id FROM workspaces WHERE is_default AND id IS NOT NULL", "workspaces");
    }
    return defaults.contains(workspace);
  }

  private Set<String> names(String sql, String table) {
    return lines(sql, table).stream().map(line -> line.name(0)).collect(toUnmodifiableSet());
  }
}
