package dev.outlay.destinations.sql;

import java.sql.SQLException;

/**
 * What a database said, in our words: its own text may quote rows, and is kept for {@code --debug}.
 *
 * @param came what it answered
 * @param advice what to do about it
 */
public record Words(String came, String advice) {
  private static final String AGAIN = "Nothing is lost: the next run goes on where this one ended.";

  /** By the codes of the SQL standard. */
  public static Words of(SQLException e) {
    return Drivers.words(e).orElseGet(() -> byState(e));
  }

  private static Words byState(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
      case "08" -> new Words("it cannot be reached, or went away", "See that it runs. " + AGAIN);
      case "28" -> new Words("it refused the login", "See user and password in the address.");
      case "3D" -> new Words("there is no such database", "Make it, or name another.");
      case "3F" -> new Words("there is no such schema", "Make it, or name another with ?schema=.");
      case "53", "54" -> new Words("it has no room left", "Make room there. " + AGAIN);
      case "57" -> new Words("it is starting or shutting down", AGAIN);
      case "40" -> new Words("somebody else changed the same rows", AGAIN);
      case "25" -> new Words("it is read-only", "Name the server that may be written to.");
      default -> state.equals("42501") ? forbidden() : other(state);
    };
  }

  private static Words forbidden() {
    return new Words(
        "the user may not do that", "Grant CREATE on the schema, and rights on its tables.");
  }

  private static Words other(String state) {
    String code = state.isEmpty() ? "an error without a code" : "SQLSTATE " + state;
    return new Words("it answered with " + code, "Use --debug to see what it said. " + AGAIN);
  }
}
