package dev.outlay.destinations;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A session that writes down what it is told and answers with nothing: for databases of which there
 * is none here. It knows only which tables were made, and that none of them is empty.
 */
record RecordedSession(List<String> told, int missing) {
  private static final Pattern MADE = Pattern.compile("CREATE TABLE (\\S+) .*");
  private static final Pattern LOOKED = Pattern.compile("SELECT \\* FROM (\\S+) WHERE 1 = 0");

  Connection open() {
    told.add("-- a session");
    return as(Connection.class, this::onSession);
  }

  private @Nullable Object onSession(Object self, Method method, @Nullable Object[] arguments) {
    return switch (method.getName()) {
      case "createStatement" -> as(Statement.class, this::onStatement);
      case "prepareStatement" -> prepared(String.valueOf(arguments[0]));
      case "commit", "rollback", "close" -> {
        told.add(method.getName().toUpperCase(Locale.ROOT));
        yield null;
      }
      default -> throw new UnsupportedOperationException(method.getName());
    };
  }

  private @Nullable Object onStatement(Object self, Method method, @Nullable Object[] arguments)
      throws SQLException {
    if (method.getName().startsWith("execute")) {
      return answered(method, String.valueOf(arguments[0]));
    }
    return null;
  }

  private PreparedStatement prepared(String sql) {
    return as(
        PreparedStatement.class,
        (self, method, arguments) -> {
          if (method.getName().equals("setObject") || method.getName().equals("setString")) {
            told.add("--   " + arguments[0] + " = " + arguments[1]);
          }
          return method.getName().startsWith("execute") ? answered(method, sql) : null;
        });
  }

  private @Nullable Object answered(Method method, String sql) throws SQLException {
    told.add(sql);
    Matcher look = LOOKED.matcher(sql);
    if (look.matches() && !made().contains(look.group(1))) {
      throw new SQLException("", "42S02", missing);
    }
    return switch (method.getName()) {
      case "executeQuery" -> answer(sql.endsWith("LIMIT 1"));
      case "execute" -> true;
      case "executeBatch" -> new int[0];
      default -> 0;
    };
  }

  private Set<String> made() {
    Set<String> made = new HashSet<>();
    for (String sql : told) {
      Matcher create = MADE.matcher(sql);
      if (create.matches()) {
        made.add(create.group(1));
      }
    }
    return made;
  }

  private static ResultSet answer(boolean any) {
    return as(
        ResultSet.class,
        (self, method, arguments) ->
            switch (method.getName()) {
              case "next" -> any;
              case "getMetaData" ->
                  as(
                      ResultSetMetaData.class,
                      (_, asked, _) -> asked.getName().equals("getColumnCount") ? 1 : "X");
              default -> null;
            });
  }

  private static <T> T as(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            RecordedSession.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
