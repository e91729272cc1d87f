package dev.outlay.source;

import dev.outlay.table.Rows;
import java.util.List;

/** Takes the rows of an answer as they are read, page by page. One thread at a time. */
public interface Intake {
  /** Rows of a page, in any number of calls. */
  void rows(int page, Rows rows);

  /** The page of that number, and every later one, is void: forget their rows. */
  void discard(int page);

  /** A request was sent and answered, well or badly. */
  void requested();

  /** A page was read whole. */
  void paged();

  /** Items have these fields, for which there is no column: new in the API, not kept. */
  void unknown(List<String> fields);
}
