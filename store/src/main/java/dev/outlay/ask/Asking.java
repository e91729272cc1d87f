package dev.outlay.ask;

import java.util.List;

/** Who answers asks. Safe for use by many threads; slow the first time, for it reads the store. */
public interface Asking {
  /**
   * Answers from one moment of the store.
   *
   * @throws AskFault when the ask is at fault, or nothing collected can answer it
   * @throws dev.outlay.failure.Failure when the store is
   */
  Answer answer(Ask ask, Reach reach);

  /**
   * Says how one figure of an answer comes to be.
   *
   * @param which of its figures
   * @throws AskFault when the answer has no such figure
   */
  Explained explain(Ask ask, Figure which, Reach reach);

  /** The prices that what is estimated of an answer is made with; none where nothing is. */
  List<Explained.Priced> prices(Ask ask, Reach reach);

  /** What can be asked. */
  Catalogue catalogue();

  /**
   * Values of a dimension, by name: those that have a part of the text in their id or name.
   *
   * @throws AskFault when there is no such dimension
   */
  List<Group> values(String dimension, String contains, int limit, Reach reach);
}
