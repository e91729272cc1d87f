package dev.outlay.shape.focus.check;

import dev.outlay.store.Overlaps;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for rows that are there twice. A file with {@code x_RowId} says itself which rows are one;
 * in others a row repeats another where all cells but the periods are the same.
 */
final class Repeats implements AutoCloseable {
  private static final String ID = "x_RowId";
  private static final Set<String> PERIODS =
      Set.of("ChargePeriodStart", "ChargePeriodEnd", "BillingPeriodStart", "BillingPeriodEnd");

  private @Nullable Overlaps overlaps;
  private final MessageDigest digest;

  Repeats() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  void add(Row row) {
    TimeRules.span(row, TimeRules.CHARGE)
        .ifPresent(span -> overlaps().add(row.number(), said(row), span));
  }

  private Overlaps overlaps() {
    Overlaps started = overlaps == null ? Overlaps.start() : overlaps;
    overlaps = started;
    return started;
  }

  void into(Findings findings) {
    if (overlaps != null) {
      Overlaps.Found found = overlaps.found(Findings.ROWS_TOLD);
      if (found.count() > 0) {
        findings.rows(FileRules.REPEATED, found.count(), found.numbers());
      }
    }
  }

  @Override
  public void close() {
    if (overlaps != null) {
      overlaps.close();
    }
  }

  private byte[] said(Row row) {
    String id = row.text(ID);
    if (id == null) {
      row.sheet().places().keySet().stream()
          .filter(column -> !PERIODS.contains(column))
          .sorted()
          .forEach(column -> tell(String.valueOf(row.text(column))));
    } else {
      tell(id);
    }
    return digest.digest();
  }

  private void tell(String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }
}
