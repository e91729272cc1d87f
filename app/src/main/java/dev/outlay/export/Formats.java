package dev.outlay.export;

import dev.outlay.app.setting.Nearest;
import dev.outlay.app.setting.WrongUse;
import dev.outlay.dataset.catalogue.Datasets;
import dev.outlay.shape.CoverageTable;
import dev.outlay.shape.Shape;
import dev.outlay.shape.elastic.ElasticShapes;
import dev.outlay.table.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The forms in which rows can be passed on, each with the tables it makes. */
public final class Formats {
  public static final String TABLES = "tables";

  private final Map<String, Function<Map<String, String>, List<Shape>>> all = new LinkedHashMap<>();

  /** All there are. */
  public static Formats all() {
    Formats formats = new Formats();
    formats.all.put(TABLES, _ -> tables());
    formats.all.put("elastic", Formats::elastic);
    return formats;
  }

  public Set<String> names() {
    return all.keySet();
  }

  /**
   * The tables of a format.
   *
   * @param datasets only those of these names; empty for all
   */
  public List<Shape> shapes(String format, Set<String> datasets, Map<String, String> options) {
    if (!all.containsKey(format)) {
      throw new WrongUse("there is no format " + format + Nearest.hint(format, names()));
    }
    List<Shape> shapes = all.getOrDefault(format, _ -> List.of()).apply(options);
    checkNames(datasets, shapes);
    return shapes.stream()
        .filter(shape -> datasets.isEmpty() || datasets.contains(shape.table().name()))
        .toList();
  }

  private static void checkNames(Set<String> datasets, List<Shape> shapes) {
    List<String> known = shapes.stream().map(shape -> shape.table().name()).toList();
    datasets.stream()
        .filter(name -> !known.contains(name))
        .findFirst()
        .ifPresent(name -> {
          throw new WrongUse("there is no dataset " + name + Nearest.hint(name, known));
        });
  }

  private static List<Shape> elastic(Map<String, String> options) {
    try {
      return ElasticShapes.of(options);
    } catch (IllegalArgumentException e) {
      throw new WrongUse(String.valueOf(e.getMessage()));
    }
  }

  private static List<Shape> tables() {
    List<Table> stored = Datasets.ALL.stream().flatMap(each -> each.tables().stream()).toList();
    return CoverageTable.and(stored);
  }
}
