package dev.outlay.cli;

/** What a process says when it ends. */
public final class Exit {
  /** All was kept. */
  public static final int OK = 0;

  /** Something failed. */
  public static final int FAILED = 1;

  /** Wrong use. */
  public static final int WRONG_USE = 2;

  /** A key was refused. */
  public static final int REFUSED = 3;

  /** A person stopped it. */
  public static final int INTERRUPTED = 130;

  private Exit() {}

  /** What stands for both: the more serious one. */
  static int worse(int one, int other) {
    return Math.max(one, other);
  }
}
