package dev.outlay.ask.engine;

import dev.outlay.ask.Catalogue;
import dev.outlay.ask.Data;
import dev.outlay.ask.How;
import dev.outlay.ask.Measure;
import dev.outlay.ask.Way;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From where each measure of an ask is taken.
 *
 * @param leaves by name, those that ratios are made of too
 * @param cells what is fetched for each batch
 * @param estimate from where cost is estimated that is not billed yet
 */
record Plan(Map<String, Leaf> leaves, Map<Batch, List<Cell>> cells, Optional<Batch> estimate) {
  /** Makes plans. */
  record Maker(Catalogue catalogue, Choosing choosing) {
    Plan plan(List<Measure> measures) {
      Map<String, Leaf> leaves = new LinkedHashMap<>();
      measures.stream()
          .flatMap(this::parts)
          .forEach(each -> leaves.computeIfAbsent(each.name(), _ -> leaf(each)));
      Map<Batch, List<Cell>> cells = new LinkedHashMap<>();
      leaves.values().forEach(leaf -> cells(cells, leaf));
      return new Plan(leaves, cells, estimate(leaves));
    }

    private Stream<Measure> parts(Measure measure) {
      return measure.how() instanceof How.Divided divided
          ? catalogue.parts(divided).flatMap(this::parts)
          : Stream.of(measure);
    }

    private Leaf leaf(Measure measure) {
      return switch (measure.how()) {
        case How.Summed(List<Way> ways) -> added(measure, ways);
        case How.Billed(List<Way> ways) -> added(measure, ways);
        case How.Counted counted ->
            new Leaf(
                measure,
                new Batch(series(measure, List.of(counted.data()), false), Batch.Kind.COUNTED),
                new Cell.Counted(counted.columns(), counted.only()),
                false);
        case How.Priced _ ->
            new Leaf(
                measure,
                new Batch(series(measure, List.of(Data.USAGE), true), Batch.Kind.PRICED),
                Pricing.DOLLARS,
                false);
        case How.Divided _ -> throw new IllegalStateException(measure.name() + " has parts");
      };
    }

    private Leaf added(Measure measure, List<Way> ways) {
      Series series = series(measure, ways.stream().map(Way::data).toList(), false);
      Way way =
          ways.stream().filter(each -> each.data() == series.data()).findFirst().orElseThrow();
      Cell cell = new Cell.Summed(way.columns(), way.currency());
      return new Leaf(measure, new Batch(series, Batch.Kind.ADDED), cell, way.cents());
    }

    private Series series(Measure measure, List<Data> choice, boolean priced) {
      return choosing.series(measure, choice, priced);
    }

    private static void cells(Map<Batch, List<Cell>> cells, Leaf leaf) {
      List<Cell> all =
          cells.computeIfAbsent(
              leaf.batch(),
              batch ->
                  new ArrayList<>(batch.kind() == Batch.Kind.PRICED ? Pricing.RESULT : List.of()));
      Stream.of(leaf.cell(), new Cell.Rows()).filter(cell -> !all.contains(cell)).forEach(all::add);
    }

    /** Where the usage is known by the same dimensions. */
    private Optional<Batch> estimate(Map<String, Leaf> leaves) {
      return leaves.values().stream()
          .filter(leaf -> leaf.measure().how() instanceof How.Billed)
          .filter(leaf -> leaf.batch().series().data() == Data.COST)
          .flatMap(_ -> choosing.best(Data.USAGE, true).stream())
          .map(series -> new Batch(series, Batch.Kind.PRICED))
          .findFirst();
    }
  }

  Leaf leaf(Measure measure) {
    return java.util.Objects.requireNonNull(leaves.get(measure.name()));
  }

  /** Every series that is read. */
  List<Series> series() {
    return cells.keySet().stream().map(Batch::series).distinct().toList();
  }

  /** The series whose tokens are priced. */
  Stream<Series> priced(boolean withEstimate) {
    return Stream.concat(cells.keySet().stream(), estimate.stream().filter(_ -> withEstimate))
        .filter(batch -> batch.kind() == Batch.Kind.PRICED)
        .map(Batch::series)
        .distinct();
  }
}
