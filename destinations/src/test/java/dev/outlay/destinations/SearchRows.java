package dev.outlay.destinations;

import dev.outlay.table.Column;
import dev.outlay.table.Table;
import dev.outlay.table.Type;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Documents as rows, as anybody reads them with a search. */
record SearchRows(SearchApi api) {
  List<List<@Nullable Object>> of(String index, Table table) throws IOException {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    JsonNode page =
        api.ask("POST", index + "/_search?scroll=1m", "{\"size\":5000,\"sort\":[\"_doc\"]}");
    while (!page.at("/hits/hits").isEmpty()) {
      page.at("/hits/hits").forEach(hit -> rows.add(row(hit.get("_source"), table)));
      page =
          api.ask(
              "POST",
              "_search/scroll",
              "{\"scroll\":\"1m\",\"scroll_id\":" + page.get("_scroll_id") + "}");
    }
    api.ask("DELETE", "_search/scroll", "{\"scroll_id\":" + page.get("_scroll_id") + "}");
    return rows;
  }

  private static List<@Nullable Object> row(JsonNode source, Table table) {
    List<@Nullable Object> row = new ArrayList<>();
    for (Column column : table.columns()) {
      JsonNode cell = source.at("/" + column.name().replace('.', '/'));
      row.add(cell.isMissingNode() ? null : cell(cell, column.type()));
    }
    return row;
  }

  private static Object cell(JsonNode cell, Type type) {
    return switch (type) {
      case Type.Plain plain ->
          switch (plain) {
            case TEXT -> cell.asString();
            case INTEGER -> cell.asLong();
            case BOOLEAN -> cell.asBoolean();
            case INSTANT -> Instant.parse(cell.asString());
            case DATE -> LocalDate.parse(cell.asString());
            case JSON -> cell.toString();
          };
      case Type.Decimal _ -> new BigDecimal(cell.asString());
    };
  }
}
