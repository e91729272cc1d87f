package dev.outlay.shape.focus.check;

import dev.outlay.shape.focus.FocusManifest;
import dev.outlay.shape.focus.FocusVersion;
import dev.outlay.store.ResultSink.ResultColumn;
import dev.outlay.store.UnreadableFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Looks at a file while it goes by. */
final class Looking implements Reading, AutoCloseable {
  private final Path file;
  private final Optional<FocusVersion> told;
  private final Optional<FocusManifest> manifest;
  private final Findings findings = new Findings();
  private final Points points = new Points();
  private final Repeats repeats = new Repeats();
  private final Map<String, BigDecimal> billed = new TreeMap<>();
  private Sheet sheet = Sheet.of(Optional.empty(), List.of());
  private long rows;

  Looking(Path file, Optional<FocusVersion> told, Optional<FocusManifest> manifest) {
    this.file = file;
    this.told = told;
    this.manifest = manifest;
  }

  @Override
  public void heading(List<ResultColumn> columns) {
    sheet = Sheet.of(told, columns);
    if (!sheet.isFocus()) {
      throw new UnreadableFile(file + " is no FOCUS data: none of its columns is of FOCUS");
    }
    new Headings(sheet, findings).check();
    against().ifPresent(against -> against.heading(sheet));
  }

  @Override
  public void row(List<@Nullable String> cells) {
    Row row = new Row(sheet, ++rows, cells);
    if (cells.size() != sheet.columns().size()) {
      findings.row(FileRules.WIDTH, "", rows);
    }
    Rules.ALL.forEach(
        rule -> rule.look().at(row, column -> findings.row(rule, column, row.number())));
    points.add(row);
    repeats.add(row);
    row.decimal("BilledCost")
        .ifPresent(cost ->
            billed.merge(String.valueOf(row.text("BillingCurrency")), cost, BigDecimal::add));
  }

  FocusCheck.Report report() throws IOException {
    if (sheet.columns().stream().allMatch(column -> column.type().isEmpty())) {
      points.into(findings);
    }
    repeats.into(findings);
    List<String> notes = manifest.isPresent() ? againstManifest() : List.of();
    return new FocusCheck.Report(
        sheet.version(), rows, manifest.isPresent(), findings.inOrder(), notes);
  }

  private List<String> againstManifest() throws IOException {
    Against against = against().orElseThrow();
    against.sums(rows, billed);
    against.file(file);
    return against.unknown();
  }

  private Optional<Against> against() {
    return manifest.map(known -> new Against(known, findings));
  }

  @Override
  public void close() {
    repeats.close();
  }
}
