package dev.outlay.story;

import dev.outlay.dataset.catalogue.Datasets;
import dev.outlay.store.QueryLimits;
import dev.outlay.store.Store;
import dev.outlay.table.Table;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a store keeps, as text that can be compared: all rows and all versions, but not when they
 * came, nor the id of the connection, which every store makes for itself.
 */
final class Contents {
  private Contents() {}

  static Map<String, List<String>> of(Store store) {
    Map<String, List<String>> contents = new TreeMap<>();
    for (Table table : tables()) {
      contents.put(
          table.name(),
          rows(store, "SELECT COLUMNS(lambda c: c <> 'connection_id') FROM " + table.name()));
      contents.put("history." + table.name(), rows(store, history(table.name())));
    }
    return contents;
  }

  /** Every version, and whether it is the one that is believed. */
  private static String history(String table) {
    return "SELECT COLUMNS(lambda c: c NOT IN ('connection_id', 'row_id', 'known_from', 'known_to',"
        + " 'load_seq')), known_to IS NULL FROM history."
        + table;
  }

  private static List<Table> tables() {
    return Datasets.ALL.stream().flatMap(dataset -> dataset.tables().stream()).toList();
  }

  private static List<String> rows(Store store, String sql) {
    Lines lines = new Lines();
    store.query(sql, QueryLimits.DEFAULT, lines);
    return lines.sorted();
  }
}
