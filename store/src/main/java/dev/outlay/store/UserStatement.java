package dev.outlay.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A user's SQL, let through only when the engine itself parses it as one statement that reads. What
 * it would do beyond the store is refused by the engine's settings; this is the first of two walls.
 */
record UserStatement(Session session, String sql) {
  private record Parsed(String error, String message, int position, int statements) {}

  private static final Pattern EXPLAIN =
      Pattern.compile("\\s*EXPLAIN\\s+(ANALYZE\\s+)?", Pattern.CASE_INSENSITIVE);

  /** They would reach files, run other SQL or write. */
  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "read_.*|parquet_.*|sniff_.*|write_.*|glob|query|query_table|(force_)?checkpoint|.*_logging|.*_logs.*|.*secret.*|nextval|json_execute_serialized_sql|json_serialize_plan|.*test_all_types|from_substrait.*");

  /** They take the name of a table as text, where no wall sees which table it is. */
  private static final Pattern FORBIDDEN_AS_TABLE =
      Pattern.compile("histogram|histogram_values|pragma_storage_info|duckdb_table_sample");

  private static final String KINDS =
      "Only one statement that reads can be run here: SELECT, WITH, FROM, VALUES, DESCRIBE, SHOW, SUMMARIZE or EXPLAIN.";

  String checked() throws SQLException {
    Matcher explain = EXPLAIN.matcher(sql);
    if (explain.lookingAt()) {
      return explain.group() + new UserStatement(session, sql.substring(explain.end())).checked();
    }
    return checkedSelect();
  }

  String checkedSelect() throws SQLException {
    Parsed parsed = parsed();
    if (parsed.error.equals("parser")) {
      throw new QueryRefused(EngineWords.at(parsed.message, sql, parsed.position));
    }
    if (!parsed.error.isEmpty() || parsed.statements != 1) {
      throw new QueryRefused(KINDS);
    }
    checkFunctions();
    checkTables();
    return withoutEnd();
  }

  /** A semicolon would end the statement that this becomes part of. */
  private String withoutEnd() {
    return sql.strip().replaceFirst("(;\\s*)+$", "");
  }

  private Parsed parsed() throws SQLException {
    return session
        .first(
            "SELECT CASE WHEN j->>'error' = 'true' THEN coalesce(j->>'error_type', 'unknown') ELSE '' END, coalesce(j->>'error_message', ''),"
                + " coalesce((j->>'position')::INTEGER, -1), coalesce(json_array_length(j, '$.statements'), 0) FROM (SELECT json_serialize_sql(?::VARCHAR)::JSON AS j)",
            row -> new Parsed(row.getString(1), row.getString(2), row.getInt(3), row.getInt(4)),
            sql)
        .orElseThrow();
  }

  private void checkFunctions() throws SQLException {
    check("$..function_name", FORBIDDEN);
    check("$..function.function_name", FORBIDDEN_AS_TABLE);
  }

  private void check(String where, Pattern forbidden) throws SQLException {
    for (String function : found(where)) {
      if (forbidden.matcher(function.toLowerCase(Locale.ROOT)).matches()) {
        throw new QueryRefused("The function " + function + " is not available here.");
      }
    }
  }

  private void checkTables() throws SQLException {
    for (String path : found("$..path")) {
      if (path.toLowerCase(Locale.ROOT).matches(".*\"app\".*,.*")) {
        throw new QueryRefused("The schema app is the program's own and cannot be read here.");
      }
    }
  }

  private List<String> found(String where) throws SQLException {
    return session.rows(
        "SELECT DISTINCT unnest(json_extract(json_serialize_sql(?::VARCHAR)::JSON, '"
            + where
            + "'))::VARCHAR",
        row -> row.getString(1).replaceAll("^\"|\"$", ""),
        sql);
  }
}
