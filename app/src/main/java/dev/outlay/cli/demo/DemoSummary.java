package dev.outlay.cli.demo;

import dev.outlay.cli.screen.Ink;
import dev.outlay.store.Answers;
import dev.outlay.store.ResultSink;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation spent in the last thirty whole days and where, read from the store.
 *
 * @param now after the last of the days
 */
public record DemoSummary(Answers answers, Instant now, Ink ink) {
  private static final int DAYS = 30;
  private static final String LEVELS = "▁▂▃▄▅▆▇█";
  private static final String TOKENS =
      "uncached_input_tokens + cache_read_input_tokens + cache_creation_5m_input_tokens"
          + " + cache_creation_1h_input_tokens";

  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.addAll(total());
    lines.add("");
    lines.addAll(byModel().lines(ink));
    lines.add("");
    lines.addAll(byWorkspace().lines(ink));
    lines.add("");
    lines.addAll(byKey().lines(ink));
    lines.add("");
    lines.add("  " + cache());
    lines.add("  " + ink.dim(settled()));
    return lines;
  }

  private List<String> total() {
    BigDecimal last = number("SELECT sum(amount_usd) FROM cost_report WHERE " + days(DAYS, 0));
    BigDecimal before =
        number("SELECT sum(amount_usd) FROM cost_report WHERE " + days(2 * DAYS, DAYS));
    BigDecimal change = Bars.share(last.subtract(before), before);
    String trend = (change.signum() < 0 ? "▼ " : "▲ ") + change.abs() + " %";
    return List.of(
        "  %s spent %s in the last %d days   %s on the %d days before (%s)"
            .formatted(
                text("SELECT any_value(name) FROM organization"),
                ink.bold(Bars.dollars(last)),
                DAYS,
                change.signum() < 0 ? ink.green(trend) : ink.yellow(trend),
                DAYS,
                Bars.dollars(before)),
        "  " + ink.blue(spark()) + "  " + ink.dim("a day each"));
  }

  private Bars byModel() {
    return new Bars(
        "By model",
        rows(
            "SELECT coalesce(model, cost_type, description, 'other'), sum(amount_usd) FROM cost_report WHERE "
                + days(DAYS, 0)
                + " GROUP BY 1 ORDER BY 2 DESC, 1"),
        true);
  }

  private Bars byWorkspace() {
    return new Bars(
        "By workspace",
        rows(
            "SELECT CASE WHEN c.workspace_id IS NULL THEN 'Default Workspace'"
                + " ELSE coalesce(any_value(w.name), c.workspace_id) END, sum(amount_usd)"
                + " FROM cost_report c LEFT JOIN workspaces w ON w.id = c.workspace_id WHERE "
                + days(DAYS, 0)
                + " GROUP BY c.workspace_id ORDER BY 2 DESC, 1"),
        true);
  }

  private Bars byKey() {
    return new Bars(
        "By key, in tokens",
        rows(
            "SELECT api_key, sum("
                + TOKENS
                + " + output_tokens) FROM usage_daily WHERE date >= DATE '"
                + today().minusDays(DAYS)
                + "' AND date < DATE '"
                + today()
                + "' GROUP BY api_key, api_key_id ORDER BY 2 DESC, 1"),
        false);
  }

  private String cache() {
    String from = " FROM usage_daily WHERE date >= DATE '" + today().minusDays(DAYS) + "'";
    BigDecimal read = number("SELECT sum(cache_read_input_tokens)" + from);
    BigDecimal all = number("SELECT sum(" + TOKENS + ")" + from);
    return Bars.share(read, all)
        + " % of all input tokens came from the cache, at a tenth of the price.";
  }

  private String settled() {
    return "Figures up to "
        + text("SELECT max(settled_to)::DATE FROM coverage WHERE dataset = 'cost_report'")
        + " (UTC) are settled; what is newer may still change. All of it is made up.";
  }

  private String spark() {
    List<BigDecimal> days =
        rows(
                "SELECT bucket_start::DATE::VARCHAR, sum(amount_usd) FROM cost_report WHERE "
                    + days(DAYS, 0)
                    + " GROUP BY 1 ORDER BY 1")
            .stream()
            .map(Bars.Bar::amount)
            .toList();
    BigDecimal most = days.stream().reduce(BigDecimal.ZERO, BigDecimal::max);
    StringBuilder line = new StringBuilder();
    days.forEach(day -> line.append(LEVELS.charAt(level(day, most))));
    return line.toString();
  }

  private static int level(BigDecimal day, BigDecimal most) {
    int top = LEVELS.length() - 1;
    return most.signum() == 0
        ? 0
        : day.multiply(BigDecimal.valueOf(top)).divide(most, 0, RoundingMode.HALF_UP).intValue();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  private String days(int from, int to) {
    return "bucket_start >= TIMESTAMPTZ '"
        + today().minusDays(from)
        + " 00:00:00+00' AND bucket_start < TIMESTAMPTZ '"
        + today().minusDays(to)
        + " 00:00:00+00'";
  }

  private String text(String sql) {
    return rows("SELECT coalesce((" + sql + ")::VARCHAR, ''), 0").getFirst().name();
  }

  private BigDecimal number(String sql) {
    return rows("SELECT '', coalesce((" + sql + "), 0)").getFirst().amount();
  }

  private List<Bars.Bar> rows(String sql) {
    List<Bars.Bar> rows = new ArrayList<>();
    answers.query(
        sql,
        new ResultSink() {
          @Override
          public void columns(List<ResultColumn> columns) {}

          @Override
          public void row(@Nullable Object[] cells) {
            rows.add(
                new Bars.Bar(String.valueOf(cells[0]), new BigDecimal(String.valueOf(cells[1]))));
          }
        });
    return rows;
  }
}
