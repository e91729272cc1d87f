package dev.outlay.table;

/**
 * One column of a table.
 *
 * @param name snake_case, the same in SQL, JSON and CSV
 * @param type what its cells hold
 * @param role what a difference in it means
 * @param meaning one sentence for people, with the unit where the value has one
 */
public record Column(String name, Type type, Role role, String meaning) {
  /** What a difference in a column means. */
  public enum Role {
    /** Another row; null is an ordinary value. */
    KEY,
    /** Another version of the row. */
    VALUE,
    /** Nothing: it says when or how the row came, and moves although the row does not. */
    REMARK
  }

  public Column(String name, Type type, boolean key, String meaning) {
    this(name, type, key ? Role.KEY : Role.VALUE, meaning);
  }

  /** Whether it is part of the identity of a row. */
  public boolean key() {
    return role == Role.KEY;
  }
}
