package dev.outlay.ask;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every measure and dimension there is. */
public final class Catalogue {
  private final Map<String, Measure> measures;
  private final Map<String, Dimension> dimensions;

  public Catalogue(List<Measure> measures, List<Dimension> dimensions) {
    this.measures = byName(measures, Measure::name);
    this.dimensions = byName(dimensions, Dimension::name);
  }

  public Collection<Measure> measures() {
    return measures.values();
  }

  public Collection<Dimension> dimensions() {
    return dimensions.values();
  }

  /**
   * The measure of that name.
   *
   * @throws AskFault with the nearest name there is
   */
  public Measure measure(String name) {
    return Optional.ofNullable(measures.get(name))
        .orElseThrow(() -> AskFault.unknown("measure", name, measures.keySet()));
  }

  /** The dimension of that name, or of that column. */
  public Dimension dimension(String name) {
    return Optional.ofNullable(dimensions.get(name))
        .or(() -> Optional.ofNullable(dimensions.get(name.replaceFirst("_id$", ""))))
        .orElseThrow(() -> AskFault.unknown("dimension", name, dimensions.keySet()));
  }

  /** The datasets from which a measure can come, the first choice first. */
  public List<Data> data(Measure measure) {
    return switch (measure.how()) {
      case How.Summed summed -> summed.ways().stream().map(Way::data).distinct().toList();
      case How.Billed billed -> billed.ways().stream().map(Way::data).distinct().toList();
      case How.Counted counted -> List.of(counted.data());
      case How.Priced _ -> List.of(Data.USAGE);
      case How.Divided divided ->
          parts(divided).flatMap(each -> data(each).stream()).distinct().toList();
    };
  }

  /** The names of the dimensions by which a measure can be broken down. */
  public Set<String> dimensions(Measure measure) {
    if (measure.how() instanceof How.Divided divided) {
      return parts(divided).map(this::dimensions).reduce(Catalogue::both).orElseGet(Set::of);
    }
    return dimensions.values().stream()
        .filter(each -> data(measure).stream().anyMatch(each::isIn))
        .map(Dimension::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The measures that a ratio is made of. */
  public Stream<Measure> parts(How.Divided divided) {
    return Stream.concat(Stream.of(divided.over()), divided.under().stream()).map(this::measure);
  }

  private static Set<String> both(Set<String> a, Set<String> b) {
    return a.stream().filter(b::contains).collect(Collectors.toCollection(TreeSet::new));
  }

  private static <T> Map<String, T> byName(List<T> all, Function<T, String> name) {
    return all.stream()
        .collect(
            Collectors.toMap(
                name,
                each -> each,
                (a, _) -> {
                  throw new IllegalArgumentException("two of the name " + name.apply(a));
                },
                LinkedHashMap::new));
  }
}
