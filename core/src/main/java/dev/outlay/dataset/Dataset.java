package dev.outlay.dataset;

import dev.outlay.table.Column;
import dev.outlay.table.Table;
import dev.outlay.table.Table.Twins;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can be collected, as a declaration: what to ask and what the answer means. No
 * loop, no client, no clock. Made by {@link #called}; immutable.
 *
 * @param name of the dataset and of its main table, snake_case
 * @param meaning one sentence for people
 * @param page the page of the API's documentation it was read from
 * @param readOn when that page was read
 * @param path of the request; {@code {parent}} stands for the id of the parent
 * @param parameters sent with every request, repeated names allowed
 * @param beta values of the {@code anthropic-beta} header, and when they are sent
 * @param paging how the answer is spread over pages
 * @param limit the largest page of a list, in rows; 0 where none is sent
 * @param window what one request is about
 * @param budget which allowance of requests it draws on
 * @param optional whether an organisation without it is normal
 * @param cuts the dimensions it may be grouped by, where there is a choice
 * @param items the names of the lists that lead to the items, outermost first
 * @param fields of the main table
 * @param left the names of fields that are known and not kept
 * @param twins what equal keys in one answer mean
 * @param sides tables filled from parts of the same items
 * @param lookup rows that the list leaves out
 */
public record Dataset(
    String name,
    String meaning,
    String page,
    LocalDate readOn,
    String path,
    Map<String, List<String>> parameters,
    List<Beta> beta,
    Paging paging,
    int limit,
    Window window,
    Budget budget,
    boolean optional,
    List<String> cuts,
    List<String> items,
    List<Field> fields,
    Set<String> left,
    Twins twins,
    List<Side> sides,
    Optional<Lookup> lookup) {

  /** Which allowance of requests of the organisation a dataset draws on. */
  public enum Budget {
    /** Usage and cost reports: bursts for paging, then one a minute. */
    REPORTS,
    /** Analytics and spend limits: sixty a minute. */
    ANALYTICS,
    /** Everything else: sixty a minute. */
    DIRECTORY
  }

  /** A beta the request needs; always, or only when it is grouped by that dimension. */
  public record Beta(String header, String onlyFor) {}

  /** A table filled from a part of each item. */
  public record Side(Table table, Function<Node, List<@Nullable Object[]>> rows) {}

  /**
   * Rows that another dataset names and this list leaves out; each is got by its id.
   *
   * @param path with {@code {id}} for the id
   * @param named the dataset whose rows name them
   * @param column its column with the ids
   * @param mark what {@link From#asked} gives as {@code true} for such a row
   */
  public record Lookup(String path, Dataset named, String column, String mark) {}

  public static DatasetBuilder called(String name) {
    return new DatasetBuilder(name);
  }

  /** The main table. */
  public Table table() {
    return new Table(name, meaning, fields.stream().map(Field::column).toList(), twins);
  }

  /** All tables, the main one first. */
  public List<Table> tables() {
    return Stream.concat(Stream.of(table()), sides.stream().map(Side::table)).toList();
  }

  /** The column that says when a row was, where rows have a time. */
  public Optional<Column> time() {
    return fields.stream()
        .map(Field::column)
        .filter(column -> List.of("bucket_start", "date").contains(column.name()))
        .findFirst();
  }

  /** The same thing got one by one: the answer is the item itself. */
  public Dataset single() {
    return called(name)
        .meaning(meaning)
        .get(path)
        .budget(budget)
        .fields(fields.toArray(Field[]::new))
        .build();
  }

  /** The width of that name; IllegalArgumentException where there is none. */
  public Width width(String width) {
    return window.widths().stream()
        .filter(each -> each.name().equals(width))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name + " has no width " + width));
  }

  /**
   * What turns items into rows of the main table.
   *
   * @param asked what was asked, by name
   */
  public RowReader reader(Map<String, String> asked) {
    return new RowReader(fields, asked);
  }

  /** The names of an item's fields that have no column and are not known to be left. */
  public List<String> unknown(Node item) {
    Set<String> known = new HashSet<>(left);
    fields.forEach(field -> known.addAll(field.from().fields()));
    return item.names().stream().filter(each -> !known.contains(each)).toList();
  }

  /** The parameters of every request, in order; a fresh map each time. */
  public Map<String, List<String>> query() {
    Map<String, List<String>> query = new LinkedHashMap<>();
    parameters.forEach((name, values) -> query.put(name, new ArrayList<>(values)));
    return query;
  }
}
