package dev.outlay.shape.focus;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of the bill of one UTC day, with what the usage report says of the same. Null is what
 * the API leaves out; of the workspace it is the default one.
 *
 * @param account whose bill it is
 * @param billed exact, in units of the currency
 * @param settled whether neither cost nor quantity changes any more in the usual way
 * @param revision the load that wrote it last
 * @param rowId the same for the same line, however often it is revised
 * @param measured tokens or requests, where the usage report tells them for just this line
 * @param cut of the usage report from which it was taken
 */
record Charge(
    String connection,
    Account account,
    Instant from,
    Instant to,
    Workspace workspace,
    @Nullable String description,
    @Nullable String costType,
    @Nullable String model,
    @Nullable String tokenType,
    @Nullable String tier,
    @Nullable String window,
    @Nullable String geo,
    @Nullable String currency,
    BigDecimal billed,
    boolean settled,
    @Nullable Long revision,
    String rowId,
    @Nullable Long measured,
    @Nullable String cut) {
  static final String FAST = "fast";

  record Account(String id, @Nullable String name) {}

  record Workspace(@Nullable String id, @Nullable String name, @Nullable String tags) {}

  /** The cells as {@link BillSql} names them. */
  static Charge of(@Nullable Object[] cells) {
    Cells at = new Cells(Arrays.asList(cells));
    return new Charge(
        at.name(0),
        new Account(at.name(1), at.text(2)),
        at.instant(3),
        at.instant(4),
        new Workspace(at.text(5), at.text(6), at.text(7)),
        at.text(8),
        at.text(9),
        at.text(10),
        at.text(11),
        at.text(12),
        at.text(13),
        at.text(14),
        at.text(15),
        (BigDecimal) at.needed(16),
        Boolean.TRUE.equals(cells[17]),
        at.number(18),
        at.name(19),
        at.number(20),
        at.text(21));
  }

  LocalDate day() {
    return LocalDate.ofInstant(from, ZoneOffset.UTC);
  }

  /** Whether the line says that it is of fast mode; nothing else in the cost report does. */
  boolean isFast() {
    return description != null && description.toLowerCase(Locale.ROOT).contains(FAST);
  }

  private record Cells(List<@Nullable Object> cells) {
    Object needed(int i) {
      Object cell = cells.get(i);
      if (cell == null) {
        throw new IllegalStateException("no cell " + i);
      }
      return cell;
    }

    String name(int i) {
      return (String) needed(i);
    }

    Instant instant(int i) {
      return (Instant) needed(i);
    }

    @Nullable String text(int i) {
      return (String) cells.get(i);
    }

    @Nullable Long number(int i) {
      return (Long) cells.get(i);
    }
  }
}
