package dev.outlay.store.postgres;

import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure;
import java.sql.SQLException;
import java.util.Arrays;

/** Turns what the server says into what a person can do; its own words stay inside. */
record PostgresTrouble(PostgresAddress address) {
  private static final String EXPORT = "Fill it first: outlay export --to it.";

  /** What is known to go wrong, by the beginning of the code that the SQL standard gives it. */
  private enum Known {
    NO_DATABASE("3D000", "there is no such database", "Make it, or name another."),
    NO_TABLE("42P01", "a table that is to be read is not there", EXPORT),
    NO_COLUMN(
        "42703",
        "a column that is to be read is not there",
        "Export to it again with this version of Outlay."),
    NOT_ALLOWED(
        "42501",
        "the user may not read it",
        "Let the user read: GRANT SELECT on the tables and USAGE on the schema."),
    TOO_LONG(
        "57014",
        "the server stopped it, for it took longer than it may",
        "Ask for less, or allow more: statement_timeout of the user or the server."),
    FULL("53", "the server has no room left", "Try again later, or give it more."),
    ENDED("57P", "the server is stopping or starting", "Try again when it is up."),
    AWAY(
        "08",
        "it cannot be reached, or does not let us in",
        "Check host, port, sslmode and that a password is given, in the address or in PGPASSWORD.");

    private final String code;
    private final String came;
    private final String advice;

    Known(String code, String came, String advice) {
      this.code = code;
      this.came = came;
      this.advice = advice;
    }
  }

  Failure of(String tried, SQLException e) {
    String code = String.valueOf(e.getSQLState());
    Attempt attempt = Attempt.to(tried, address.toString(), "");
    if (code.startsWith("28")) {
      return new Failure.Refused(
          attempt,
          "the user or the password was refused",
          "Check both: in the address, or the password in PGPASSWORD.");
    }
    return Arrays.stream(Known.values())
        .filter(known -> code.startsWith(known.code))
        .findFirst()
        .map(known -> new Failure.KeepFailed(attempt, known.came, known.advice, e))
        .orElseGet(() -> unknown(attempt, code, e));
  }

  private static Failure.KeepFailed unknown(Attempt attempt, String code, SQLException e) {
    return new Failure.KeepFailed(
        attempt,
        "the server refused it (SQLSTATE " + code + ")",
        "Run again with --debug and report what it shows.",
        e);
  }
}
