package dev.outlay.dataset;

import dev.outlay.dataset.Dataset.Beta;
import dev.outlay.dataset.Dataset.Budget;
import dev.outlay.dataset.Dataset.Lookup;
import dev.outlay.dataset.Dataset.Side;
import dev.outlay.table.Table.Twins;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The one builder of the house: a declaration has too many parts to be told by position. */
public final class DatasetBuilder {
  private final String name;
  private String meaning = "";
  private String page = "";
  private LocalDate readOn = LocalDate.EPOCH;
  private String path = "";
  private final Map<String, List<String>> parameters = new LinkedHashMap<>();
  private final List<Beta> beta = new ArrayList<>();
  private Paging paging = Paging.NONE;
  private int limit;
  private Window window = new Window.Snapshot();
  private Budget budget = Budget.DIRECTORY;
  private boolean optional;
  private List<String> cuts = List.of();
  private List<String> items = List.of();
  private List<Field> fields = List.of();
  private Set<String> left = Set.of();
  private Twins twins = Twins.EQUAL_ONLY;
  private final List<Side> sides = new ArrayList<>();
  private Optional<Lookup> lookup = Optional.empty();

  DatasetBuilder(String name) {
    this.name = name;
  }

  public DatasetBuilder meaning(String text) {
    meaning = text;
    return this;
  }

  /** The page of the API's documentation and the day it was read. */
  public DatasetBuilder documented(String url, String day) {
    page = url;
    readOn = LocalDate.parse(day);
    return this;
  }

  public DatasetBuilder get(String pathOfRequest) {
    path = pathOfRequest;
    return this;
  }

  public DatasetBuilder with(String parameter, String... values) {
    parameters.put(parameter, List.of(values));
    return this;
  }

  public DatasetBuilder beta(String header) {
    beta.add(new Beta(header, ""));
    return this;
  }

  /** A beta that is needed only when grouping by that dimension. */
  public DatasetBuilder beta(String header, String dimension) {
    beta.add(new Beta(header, dimension));
    return this;
  }

  /** How it is paged, and the largest page in rows (0: no limit is sent). */
  public DatasetBuilder paging(Paging kind, int largest) {
    paging = kind;
    limit = largest;
    return this;
  }

  public DatasetBuilder window(Window kind) {
    window = kind;
    return this;
  }

  public DatasetBuilder budget(Budget allowance) {
    budget = allowance;
    return this;
  }

  /** An organisation without it is normal. */
  public DatasetBuilder optional() {
    optional = true;
    return this;
  }

  public DatasetBuilder cuts(String... dimensions) {
    cuts = List.of(dimensions);
    return this;
  }

  public DatasetBuilder items(String... lists) {
    items = List.of(lists);
    return this;
  }

  public DatasetBuilder fields(Field... all) {
    fields = List.of(all);
    return this;
  }

  /** Fields of an item that are known and not kept. */
  public DatasetBuilder leaving(String... names) {
    left = Set.of(names);
    return this;
  }

  /** Equal keys are separate rows, numbered by the order of their values. */
  public DatasetBuilder numbered() {
    twins = Twins.NUMBERED;
    return this;
  }

  public DatasetBuilder side(Side side) {
    sides.add(side);
    return this;
  }

  public DatasetBuilder lookup(Lookup missing) {
    lookup = Optional.of(missing);
    return this;
  }

  public Dataset build() {
    return new Dataset(
        name,
        meaning,
        page,
        readOn,
        path,
        Map.copyOf(parameters),
        List.copyOf(beta),
        paging,
        limit,
        window,
        budget,
        optional,
        cuts,
        items,
        fields,
        left,
        twins,
        List.copyOf(sides),
        lookup);
  }
}
