package dev.outlay.ask.spend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.store.ResultSink;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpendSqlTest {
  private static final Days NOVEMBER =
      new Days(LocalDate.parse("2026-11-01"), LocalDate.parse("2026-12-01"));

  @Test
  void theSqlIsOneSelectWithConditionalSums() {
    SpendAsk ask =
        new SpendAsk(
            List.of(Dimension.MODEL, Dimension.WORKSPACE),
            NOVEMBER,
            Optional.of(Grain.week),
            true,
            10,
            "USD");
    assertThat(new SpendSql(ask).groups())
        .isEqualTo(
            """
            SELECT model, workspace_id, CAST(date_trunc('week', CAST(CASE WHEN day < DATE '2026-11-01' THEN day + 30 ELSE day END AS TIMESTAMP)) AS DATE) AS bucket,
              sum(amount_cents) FILTER (WHERE day >= DATE '2026-11-01') AS cents,
              sum(amount_cents) FILTER (WHERE day < DATE '2026-11-01') AS previous_cents
            FROM (SELECT *, CAST(bucket_start AT TIME ZONE 'UTC' AS DATE) AS day FROM cost_report
              WHERE bucket_start >= TIMESTAMPTZ '2026-10-02T00:00:00Z' AND bucket_start < TIMESTAMPTZ '2026-12-01T00:00:00Z' AND currency IS NOT DISTINCT FROM 'USD') AS costs
            GROUP BY 1, 2, 3\
            """);
  }

  @Test
  void moneyIsDecimalAllTheWay() throws SQLException {
    for (Optional<Grain> grain : List.of(Optional.<Grain>empty(), Optional.of(Grain.month))) {
      SpendSql sql = new SpendSql(new SpendAsk(List.of(), NOVEMBER, grain, true, 10, "USD"));
      assertThat(types(sql.groups())).containsExactly("DATE", "DECIMAL(38,18)", "DECIMAL(38,18)");
      assertThat(types(sql.otherCurrencies())).containsExactly("VARCHAR", "DECIMAL(38,18)");
    }
  }

  @Test
  void aCurrencyCannotBecomeSql() throws SQLException {
    SpendAsk ask = new SpendAsk(List.of(), NOVEMBER, Optional.empty(), false, 10, "x' OR '1'='1");
    try (CostStore store = new CostStore().cost("2026-11-01", "m", "5")) {
      assertThat(Fetched.of(store, new SpendSql(ask).groups()).lines())
          .allMatch(line -> line.isNull(1));
    }
  }

  private static List<String> types(String sql) throws SQLException {
    List<String> types = new ArrayList<>();
    try (CostStore store = new CostStore()) {
      store.query(
          sql,
          new ResultSink() {
            @Override
            public void columns(List<ResultColumn> columns) {
              columns.forEach(column -> types.add(column.type()));
            }

            @Override
            public void row(@Nullable Object[] cells) {}
          });
    }
    return types;
  }
}
