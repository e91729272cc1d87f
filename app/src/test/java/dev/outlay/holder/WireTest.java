package dev.outlay.holder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure;
import dev.outlay.store.ResultSink;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WireTest {
  private static final @Nullable Object[] CELLS = {
    null,
    "text 日本 " + "x".repeat(100_000),
    Long.MIN_VALUE,
    new BigInteger("170141183460469231731687303715884105727"),
    new BigDecimal("0.00000000000000000001"),
    Double.NaN,
    true,
    false,
    LocalDate.parse("2026-11-21"),
    Instant.parse("2026-11-21T10:00:00.000001Z")
  };

  private final List<@Nullable Object[]> rows = new ArrayList<>();

  @Test
  void everyCellArrivesAsItWas() throws Exception {
    receive(sink -> {
      sink.columns(columns());
      sink.row(CELLS);
      sink.end();
    });
    assertThat(rows).hasSize(1);
    assertThat(rows.getFirst()).containsExactly(CELLS);
  }

  @Test
  void aFailureArrivesWordForWord() {
    Failure failure =
        new Failure.KeepFailed(
            new Attempt("store x", "costs", "today", "reading", Optional.of("req_1")),
            "the disk is full. Really",
            "Free some. Then go on.");
    assertThatThrownBy(() -> receive(sink -> sink.failed(failure)))
        .isInstanceOf(Failure.KeepFailed.class)
        .hasMessage(failure.getMessage());
  }

  @Test
  void aResultWithoutItsEndIsNoResult() {
    assertThatThrownBy(() -> receive(sink -> sink.columns(columns())))
        .isInstanceOf(EOFException.class);
  }

  private static List<ResultSink.ResultColumn> columns() {
    List<ResultSink.ResultColumn> columns = new ArrayList<>();
    for (int i = 0; i < CELLS.length; i++) {
      columns.add(new ResultSink.ResultColumn("c" + i, "VARCHAR"));
    }
    return columns;
  }

  private void receive(Consumer<WireSink> sender) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (WireSink sink = new WireSink(bytes)) {
      sender.accept(sink);
    }
    new WireResult(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())))
        .into(
            new ResultSink() {
              @Override
              public void columns(List<ResultColumn> columns) {
                assertThat(columns).isEqualTo(WireTest.columns());
              }

              @Override
              public void row(@Nullable Object[] cells) {
                rows.add(cells);
              }
            });
  }
}
