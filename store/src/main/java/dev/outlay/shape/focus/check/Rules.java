package dev.outlay.shape.focus.check;

import java.util.List;
import java.util.stream.Stream;

/** Every rule, in the order of reports. */
final class Rules {
  static final List<Rule> ALL =
      Stream.of(FileRules.ALL, CellRules.ALL, TimeRules.ALL, NullRules.ALL, CostRules.ALL)
          .flatMap(List::stream)
          .toList();

  private Rules() {}
}
