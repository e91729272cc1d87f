package dev.outlay.app;

import dev.outlay.app.setting.Nearest;
import dev.outlay.app.setting.WrongUse;
import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.Width;
import dev.outlay.dataset.catalogue.Datasets;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Names people write for things there is a fixed list of. */
public final class Names {
  private static final List<String> DATASETS = Datasets.ALL.stream().map(Dataset::name).toList();
  private static final List<String> WIDTHS =
      Datasets.named("usage_report").orElseThrow().window().widths().stream()
          .map(Width::name)
          .toList();

  private Names() {}

  /** The same names; WrongUse with the nearest where one is not a dataset's. */
  public static Set<String> datasets(Collection<String> names) {
    return checked("dataset", names, DATASETS);
  }

  /** The same names; WrongUse where one is not a bucket width. */
  public static Set<String> widths(Collection<String> names) {
    return checked("bucket width", names, WIDTHS);
  }

  private static Set<String> checked(String what, Collection<String> names, List<String> known) {
    for (String name : names) {
      if (!known.contains(name)) {
        throw new WrongUse("there is no " + what + " " + name + Nearest.hint(name, known));
      }
    }
    return Set.copyOf(names);
  }
}
