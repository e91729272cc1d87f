package dev.outlay.destination;

/**
 * What a load changed, in rows.
 *
 * @param read rows that came
 * @param added rows that were not known
 * @param changed rows whose values are others now
 * @param closed rows that did not come again
 * @param held whether the load was not applied, because it would have closed more than a fifth (and
 *     more than ten) of the settled rows of its scope: applied when the next read confirms it
 */
public record Changes(long read, long added, long changed, long closed, boolean held) {
  public static final Changes NONE = new Changes(0, 0, 0, 0, false);

  public Changes plus(Changes other) {
    return new Changes(
        read + other.read,
        added + other.added,
        changed + other.changed,
        closed + other.closed,
        held || other.held);
  }
}
