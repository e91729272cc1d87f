package dev.outlay.destinations.file;

import dev.outlay.destination.CheckpointJson;
import dev.outlay.destination.Progress;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Series;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands at a place: the one truth. A load is kept from the moment its manifest is.
 *
 * @param format the name of the {@link Format}
 * @param layout how paths are made
 * @param load the number of the newest load; 0 before the first
 * @param shelves the tables, in the order they came
 * @param known the checkpoints
 * @param retired paths that were live before the newest load and are not any more
 */
public record Manifest(
    String format,
    String layout,
    long load,
    List<Shelf> shelves,
    List<Known> known,
    List<String> retired)
    implements Progress {
  public Manifest {
    shelves = List.copyOf(shelves);
    known = List.copyOf(known);
    retired = List.copyOf(retired);
  }

  public Optional<Shelf> shelf(String table) {
    return shelves.stream().filter(shelf -> shelf.table().equals(table)).findFirst();
  }

  /** This without its number and what it retired: what a reader sees, and how far it is known. */
  boolean saysTheSameAs(Manifest other) {
    return shelves.equals(other.shelves) && known.equals(other.known);
  }

  Manifest numbered(long number) {
    return new Manifest(format, layout, number, shelves, known, retired);
  }

  /** This with other paths that are not live any more. */
  public Manifest retiring(List<String> paths) {
    return new Manifest(format, layout, load, shelves, known, paths);
  }

  Manifest with(Shelf shelf) {
    List<Shelf> all =
        shelf(shelf.table()).isEmpty()
            ? Stream.concat(shelves.stream(), Stream.of(shelf)).toList()
            : shelves.stream()
                .map(each -> each.table().equals(shelf.table()) ? shelf : each)
                .toList();
    return new Manifest(format, layout, load, all, known, retired);
  }

  Manifest knowing(String connection, Series series, Checkpoint checkpoint) {
    Stream<Known> others = known.stream().filter(each -> !each.isOf(connection, series));
    Stream<Known> own =
        checkpoint.equals(Checkpoint.START)
            ? Stream.empty()
            : Stream.of(new Known(connection, series, CheckpointJson.text(checkpoint)));
    return knowing(Stream.concat(others, own).toList());
  }

  Manifest knowing(List<Known> all) {
    return new Manifest(format, layout, load, shelves, all, retired);
  }

  @Override
  public Set<String> connections() {
    return known.stream().map(Known::connection).collect(Collectors.toSet());
  }

  @Override
  public Checkpoint of(String connection, Series series) {
    return known.stream()
        .filter(each -> each.isOf(connection, series))
        .findFirst()
        .map(each -> CheckpointJson.of(each.checkpoint()))
        .orElse(Checkpoint.START);
  }
}
