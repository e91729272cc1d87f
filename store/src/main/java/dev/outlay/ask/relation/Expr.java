package dev.outlay.ask.relation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** What a row has, or what many have together. Whole numbers, texts, times, days and truth only. */
public sealed interface Expr {
  /** An operation on whole numbers, 64 bits wide; a quotient loses its fraction. */
  enum Operation {
    MINUS,
    PLUS,
    OVER,
    MODULO
  }

  record Column(String name) implements Expr {}

  record Whole(long value) implements Expr {}

  record Text(String value) implements Expr {}

  record Time(Instant value) implements Expr {}

  record Day(LocalDate value) implements Expr {}

  /** Seconds since 1970 of a time. */
  record Seconds(Expr time) implements Expr {}

  /** Seconds since 1970 of the start of a UTC day. */
  record DaySeconds(Expr day) implements Expr {}

  /** The text of a whole number. */
  record Written(Expr number) implements Expr {}

  record Calculated(Operation operation, Expr left, Expr right) implements Expr {}

  record Branch(Expr when, Expr then) {}

  /** The first branch that holds; nothing where none does and there is no other. */
  record Choice(List<Branch> branches, List<Expr> otherwise) implements Expr {}

  record Less(Expr left, Expr right) implements Expr {}

  record Equal(Expr value, String text) implements Expr {}

  /** Whether it is one of the texts. */
  record Among(Expr value, List<String> texts) implements Expr {}

  /** Whether it is certain; what is unknown is not. */
  record Sure(Expr part) implements Expr {}

  record Missing(Expr value) implements Expr {}

  record All(List<Expr> parts) implements Expr {}

  record Any(List<Expr> parts) implements Expr {}

  record Not(Expr part) implements Expr {}

  /** Exact: of whole numbers a whole number, of decimals a decimal. */
  record Sum(Expr value) implements Expr {}

  /** What is known of several, added up; unknown where all are. */
  record Together(List<Expr> values) implements Expr {}

  record Rows() implements Expr {}

  record Minimum(Expr value) implements Expr {}

  /** How many different combinations there are, without those in which something is missing. */
  record Different(List<Expr> values) implements Expr {}

  static Expr all(Expr... parts) {
    return new All(Arrays.asList(parts));
  }

  static Expr column(String name) {
    return new Column(name);
  }
}
