package dev.outlay.export;

import dev.outlay.destination.Delivery;
import dev.outlay.destination.Load;
import dev.outlay.destination.Mirror;
import dev.outlay.destination.Progress;
import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure;
import dev.outlay.shape.Shape;
import dev.outlay.store.Answers;
import dev.outlay.store.ConnectionRow;
import dev.outlay.store.Store;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Series;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Passes shapes of a store on to one place. Each table of each connection is a load of its own, so
 * that what was done stays done when the next fails; a place that keeps nothing is asked no more.
 * Repeating it writes nothing that is the same. One thread at a time for one place.
 *
 * @param watch told what came of each table, as it comes
 */
public record Export(Store store, Mirror mirror, InstantSource clock, Consumer<Passed> watch) {
  /** Passes them on, the connections one after the other. */
  public List<Passed> run(List<Shape> shapes, Way way) {
    List<Passed> all = new ArrayList<>();
    mirror.prepare(shapes.stream().map(Shape::table).toList());
    Progress progress = mirror.progress();
    try (Answers answers = store.moment()) {
      Moment moment = at(answers, progress);
      for (ConnectionRow connection : store.connections()) {
        for (Shape shape : shapes) {
          all.add(told(new Passage(moment, connection, shape, mirror), way));
          if (isHopeless(all.getLast())) {
            return all;
          }
        }
      }
    }
    gone(progress).forEach(name -> shapes.forEach(shape -> all.add(cleared(name, shape))));
    return all;
  }

  /**
   * The same for one connection alone; those that are gone are left to others.
   *
   * @throws Failure.Retry where the thread is interrupted
   */
  public List<Passed> run(String connection, List<Shape> shapes, Way way) {
    mirror.prepare(shapes.stream().map(Shape::table).toList());
    try (Answers answers = store.moment()) {
      Moment moment = at(answers, mirror.progress());
      return store.connections().stream()
          .filter(each -> each.name().equals(connection))
          .flatMap(each ->
              shapes.stream().map(shape -> told(new Passage(moment, each, shape, mirror), way)))
          .toList();
    } catch (Interrupted e) {
      throw new Failure.Retry(
          Attempt.to("passing on", connection, ""), "it was interrupted", Optional.empty(), e);
    }
  }

  /** What it would do. */
  public List<Passed> plan(List<Shape> shapes, Way way) {
    try (Answers answers = store.moment()) {
      Moment moment = at(answers, mirror.progress());
      return store.connections().stream()
          .flatMap(connection ->
              shapes.stream()
                  .map(shape -> new Passage(moment, connection, shape, mirror).tell(way)))
          .toList();
    }
  }

  private Moment at(Answers answers, Progress progress) {
    return new Moment(answers, new Origin(store.id()), progress);
  }

  private Passed told(Passage passage, Way way) {
    Passed passed = attempt(passage, way);
    watch.accept(passed);
    return passed;
  }

  private Passed attempt(Passage passage, Way way) {
    try {
      return passage.pass(way, clock.instant());
    } catch (Failure failure) {
      return Passed.failed(
          passage.shape().table().name(), passage.connection().name(), Passed.How.FILL, failure);
    }
  }

  private static boolean isHopeless(Passed passed) {
    return passed.failure().filter(Failure.KeepFailed.class::isInstance).isPresent();
  }

  /** Connections that the place knows from this store, which has them no more. */
  private Set<String> gone(Progress progress) {
    Set<String> gone = new HashSet<>(progress.connections());
    store.connections().forEach(each -> gone.remove(each.name()));
    return gone;
  }

  private Passed cleared(String connection, Shape shape) {
    String table = shape.table().name();
    Checkpoint known = mirror.of(connection, Series.of(table));
    if (known.passed().filter(new Origin(store.id())::isOurs).isEmpty()) {
      return Passed.nothing(table, connection);
    }
    Instant now = clock.instant();
    Delivery nothing =
        new Delivery(
            connection,
            Series.of(table),
            List.of(shape.table()),
            shape.scope(connection, Optional.empty()),
            Instant.MIN,
            now);
    try (Load load = mirror.begin(nothing)) {
      Passed passed = Passed.nothing(table, connection).clearing(load.commit(Checkpoint.START));
      watch.accept(passed);
      return passed;
    }
  }
}
