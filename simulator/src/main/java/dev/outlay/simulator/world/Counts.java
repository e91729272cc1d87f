package dev.outlay.simulator.world;

/** Places in a flat row of counts: the token kinds by ordinal, then searches and requests. */
public final class Counts {
  public static final int WEB_SEARCHES = TokenKind.values().length;
  public static final int REQUESTS = WEB_SEARCHES + 1;
  public static final int WIDTH = REQUESTS + 1;

  private Counts() {}
}
