package dev.outlay.export;

import dev.outlay.failure.Failure;
import java.util.List;
import java.util.Optional;

/**
 * What was passed on, in lines.
 *
 * @param dry whether it only would be
 */
record Told(String destination, boolean dry) {
  Granted of(List<Passed> all) {
    List<String> problems =
        all.stream()
            .map(Passed::failure)
            .flatMap(Optional::stream)
            .map(Failure::getMessage)
            .map(String::valueOf)
            .distinct()
            .toList();
    List<String> lines =
        all.stream()
            .filter(each -> each.failure().isEmpty())
            .filter(this::isWorthSaying)
            .map(this::line)
            .toList();
    return new Granted(
        problems.isEmpty() ? Granted.How.WELL : Granted.How.FAILED,
        lines.isEmpty() && problems.isEmpty() ? List.of(destination + "  is current") : lines,
        problems);
  }

  private boolean isWorthSaying(Passed passed) {
    return dry ? passed.how() != Passed.How.NOTHING : passed.wrote();
  }

  private String line(Passed passed) {
    return String.join(
        "  ", destination, passed.connection(), passed.table(), dry ? would(passed) : did(passed));
  }

  private static String would(Passed passed) {
    String rows = passed.rows() + (passed.rows() == 1 ? " row" : " rows");
    return switch (passed.how()) {
      case CHANGES -> rows + " that changed, " + passed.changes().closed() + " that went";
      case FILL -> "all: " + rows;
      case NOTHING, CLEAR -> "nothing";
    };
  }

  private static String did(Passed passed) {
    return "+%d ~%d -%d"
        .formatted(passed.changes().added(), passed.changes().changed(), passed.changes().closed());
  }
}
