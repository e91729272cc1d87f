package dev.outlay.destinations;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A session of DuckDB that is told statements of Databricks, writes them down, and answers as
 * Databricks does where DuckDB differs.
 */
final class LakehouseSession {
  private LakehouseSession() {}

  static Connection of(Connection session, List<String> told) {
    return proxy(
        Connection.class,
        (method, arguments) ->
            method.getName().equals("createStatement")
                ? statement(session.createStatement(), told)
                : method.invoke(session, arguments));
  }

  private static Statement statement(Statement statement, List<String> told) {
    return proxy(
        Statement.class,
        (method, arguments) -> {
          if (!method.getName().startsWith("execute")) {
            return method.invoke(statement, arguments);
          }
          told.add(String.valueOf(arguments[0]));
          return method.invoke(statement, respelt(String.valueOf(arguments[0])));
        });
  }

  private static String respelt(String sql) {
    String plain =
        sql.replaceFirst(" USING DELTA( TBLPROPERTIES .*)?$", "")
            .replaceFirst(" ADD COLUMNS \\((.*)\\)$", " ADD COLUMN $1");
    return sql.startsWith("SHOW TABLES LIKE")
        ? "SELECT table_schema, table_name, false FROM information_schema.tables"
            + " WHERE table_name LIKE "
            + sql.substring("SHOW TABLES LIKE ".length()).replace('*', '%')
        : Respelt.of(plain);
  }

  private interface Call {
    Object on(java.lang.reflect.Method method, Object[] arguments) throws Exception;
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            LakehouseSession.class.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              try {
                return call.on(method, arguments);
              } catch (InvocationTargetException e) {
                throw missing(e.getCause());
              }
            }));
  }

  /** With the state that Databricks gives to a table that is not there. */
  private static Throwable missing(Throwable said) {
    boolean missing =
        said instanceof SQLException && String.valueOf(said.getMessage()).contains("does not exist");
    return missing ? new SQLException("[TABLE_OR_VIEW_NOT_FOUND]", "42P01", said) : said;
  }
}
