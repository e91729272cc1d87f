package dev.outlay.ask.engine;

import dev.outlay.ask.Catalogue;
import dev.outlay.ask.How;
import dev.outlay.ask.Measure;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The figures of the time that is compared with. A sum with a gap in it is no sum. */
record Compared(Cube cube, KnownTimes known) {
  @Nullable Number value(Catalogue catalogue, Plan plan, Measure measure, Level level, Key key) {
    int bucket = level.time() ? key.bucket() : -1;
    boolean whole =
        leaves(catalogue, measure)
            .allMatch(each -> known.isWhole(plan.leaf(each).batch().series(), bucket));
    return whole ? cube.value(measure, level, key) : null;
  }

  /** The measures that it is made of. */
  static Stream<Measure> leaves(Catalogue catalogue, Measure measure) {
    return measure.how() instanceof How.Divided divided
        ? catalogue.parts(divided).flatMap(each -> leaves(catalogue, each))
        : Stream.of(measure);
  }
}
