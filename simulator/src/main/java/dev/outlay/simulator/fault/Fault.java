package dev.outlay.simulator.fault;

/** One fault: whom it meets and what it does. */
public record Fault(Match match, Action action) {

  /** Every request whose path begins like this. */
  public static Fault on(String path, Action action) {
    return new Fault(Match.every(path), action);
  }
}
