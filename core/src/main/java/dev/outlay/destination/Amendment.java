package dev.outlay.destination;

import dev.outlay.table.Rows;

/**
 * Changes on their way to a {@link Mirror}. What is removed goes before what was added comes, in
 * whatever order they are told. Otherwise as {@link Load}; nothing is ever held.
 */
public interface Amendment extends Load {
  /**
   * The rows with the keys of these go; the other cells are not looked at. A key that is not there
   * is passed over.
   */
  void remove(Rows keys);
}
