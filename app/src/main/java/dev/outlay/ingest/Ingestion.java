package dev.outlay.ingest;

import dev.outlay.app.setting.Nearest;
import dev.outlay.app.setting.WrongUse;
import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.catalogue.Cut;
import dev.outlay.dataset.catalogue.Datasets;
import dev.outlay.destination.Identity;
import dev.outlay.destination.Labelled;
import dev.outlay.source.Selection;
import dev.outlay.table.Column;
import dev.outlay.table.Span;
import dev.outlay.table.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One table to bring somewhere; checked, nothing done yet.
 *
 * @param dataset whose main table it is
 * @param ingestr whether in ingestr's columns, or else in our own
 * @param strategy what becomes of the rows that are there
 * @param interval the time that alone is meant
 * @param full whether what is known there is to be forgotten
 * @param loadedAt what ingestr's load timestamp says; empty for none
 * @param target where it goes
 * @param masks what is made unreadable
 * @param recasts other names and types
 */
public record Ingestion(
    Dataset dataset,
    boolean ingestr,
    Strategy strategy,
    Optional<Span> interval,
    boolean full,
    Optional<Instant> loadedAt,
    Target target,
    List<Mask> masks,
    List<Recast> recasts) {
  private static final String USAGE = "usage_report";
  private static final String DAY = "1d";

  /** What comes to what is there where nobody says it: ingestr's defaults, by table. */
  public static Strategy usual(Dataset dataset, boolean interval) {
    boolean inTime = dataset.time().isPresent();
    return inTime && (interval || dataset.name().equals("claude_code_usage"))
        ? Strategy.DELETE_INSERT
        : Strategy.REPLACE;
  }

  /** The dataset of that name; WrongUse where ingestr has no such table. */
  public static Dataset table(String name) {
    List<String> tables = IngestrColumns.tables();
    if (!tables.contains(name)) {
      throw new WrongUse(
          "--source-table: there is no table "
              + name
              + Nearest.guess(name, tables)
              + "; there are "
              + String.join(", ", tables));
    }
    return Datasets.named(name).orElseThrow();
  }

  public static List<Mask> masks(List<String> texts) {
    return texts.stream().map(Mask::of).toList();
  }

  public static List<Recast> recasts(List<String> texts) {
    return texts.stream().flatMap(text -> Recast.all(text).stream()).toList();
  }

  /** WrongUse where its parts do not go together. */
  public Ingestion checked() {
    if (strategy == Strategy.APPEND && ingestr && loadedAt.isEmpty()) {
      throw new WrongUse("append needs the load timestamp: leave out --no-load-timestamp");
    }
    Form form = form(dataset.table());
    if (strategy == Strategy.MERGE && form.to().key().isEmpty()) {
      throw new WrongUse(
          "nothing tells rows of "
              + dataset.name()
              + " apart in ingestr's columns, so they cannot be merged: use delete+insert, or"
              + " --schema outlay");
    }
    return this;
  }

  /** What it does to what is there, for people. */
  public String does() {
    return switch (strategy) {
      case APPEND -> "rows are added; what was read before is there twice";
      case MERGE -> "rows with the same key are replaced; rows that are gone at the API stay";
      case REPLACE, DELETE_INSERT ->
          interval.isPresent() && inTime() && !full
              ? "the rows of that time are replaced, no others"
              : incremental()
                  ? "the days that are missing or may have changed are replaced, no others"
                  : "all rows are replaced";
    };
  }

  /** What is read. */
  public Selection selection(Selection configured) {
    return new Selection(
        Set.of(dataset.name()),
        interval.filter(_ -> inTime()).map(Span::start),
        interval.filter(_ -> inTime()).map(Span::end),
        dataset.name().equals(USAGE) ? Set.of(DAY) : Set.of(),
        configured.lookback(),
        Map.of(DAY, new Selection.Usage(lookback(configured), List.of(cut()))),
        configured.filter());
  }

  private static Duration lookback(Selection configured) {
    return Optional.ofNullable(configured.usage().get(DAY))
        .map(Selection.Usage::lookback)
        .orElse(configured.lookback());
  }

  private List<String> cut() {
    return ingestr ? IngestrColumns.CUT : Cut.SPEND.dimensions();
  }

  boolean inTime() {
    return dataset.time().isPresent();
  }

  /** Whether only what is missing or may still change is read. */
  boolean incremental() {
    return strategy == Strategy.DELETE_INSERT && inTime() && interval.isEmpty() && !full;
  }

  /** Whether rows that are there stay unless one with their key comes. */
  boolean amending() {
    return strategy == Strategy.MERGE || (strategy == Strategy.APPEND && !ingestr);
  }

  /** Whether a store that has the connection can do it. */
  public boolean storable() {
    return strategy == Strategy.REPLACE || strategy == Strategy.DELETE_INSERT;
  }

  /**
   * The form of the rows.
   *
   * @param from the table they come in: the dataset's own, or one with labels
   */
  Form form(Table from) {
    Table come = ingestr ? from : labelled(from);
    Form form = ingestr ? IngestrColumns.of(come, loadedAt) : Form.same(come);
    Form kept = dataset.name().equals(USAGE) ? form.keeping(ofCut(come)) : form;
    Form added = strategy == Strategy.APPEND ? added(kept) : kept;
    Form masked = added;
    for (Mask mask : masks) {
      masked = mask.on(masked);
    }
    for (Recast recast : recasts) {
      masked = recast.on(masked);
    }
    return masked.named(target.table());
  }

  private static Table labelled(Table from) {
    boolean isLabelled =
        from.columns().stream().map(Column::name).anyMatch(Labelled.ROW_ID::equals);
    return isLabelled ? from : Labelled.label(from);
  }

  private Form added(Form form) {
    return ingestr
        ? form.each(part -> part.as(Labelled.plain(part.column())))
        : form.added(loadedAt.orElseThrow());
  }

  /** Rows of several cuts or widths are the same tokens several times. */
  private Predicate<@Nullable Object[]> ofCut(Table from) {
    int width = from.indexOf("bucket_width");
    int grouped = from.indexOf("grouped_by");
    String cut = String.join(",", cut());
    return row -> DAY.equals(row[width]) && cut.equals(row[grouped]);
  }

  /** Tells what was brought in this form from what was brought in another. */
  String mark() {
    return Identity.of(
        Stream.of(ingestr ? "ingestr" : "outlay", masks.toString(), recasts.toString()));
  }
}
