package dev.outlay.cli.output;

import dev.outlay.ask.Answer;
import dev.outlay.ask.Answer.Row;
import dev.outlay.ask.Group;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** What the rows of an answer are called. */
record RowText(Answer answer) {
  private static final int TOTAL = -1;

  /** The totals as one row more. */
  Row total() {
    return new Row(
        Optional.empty(),
        List.of(),
        answer.totals().values(),
        answer.totals().previous(),
        false,
        answer.totals().estimated(),
        TOTAL);
  }

  static boolean isTotal(Row row) {
    return row.others() == TOTAL;
  }

  /**
   * What stands before a cost: with days or prices missing, a total is only known to be at least
   * that.
   */
  String mark(Row row) {
    if (isTotal(row) && answer.totals().partial()) {
      return "≥ ";
    }
    return row.estimated() ? "≈ " : "";
  }

  String time(Row row) {
    return row.time().map(this::inZone).orElse("Total");
  }

  private String inZone(Instant time) {
    ZonedDateTime there = time.atZone(answer.period().zone());
    return answer.ask().grain().filter(grain -> grain.isOfDays()).isPresent()
        ? there.toLocalDate().toString()
        : there.toLocalDate() + " " + there.toLocalTime();
  }

  /** The name of a group; that of the rest or of the total where the first one would be. */
  String name(Row row, int place) {
    String rest = isTotal(row) ? "Total" : "Others (" + row.others() + ")";
    boolean first = place == 0 && (!isTotal(row) || answer.ask().grain().isEmpty());
    return group(row, place).map(Group::name).orElse(first ? rest : "");
  }

  static Optional<Group> group(Row row, int place) {
    return row.groups().stream().skip(place).findFirst();
  }
}
