package dev.outlay.dataset;

/** How an answer is spread over pages. */
public enum Paging {
  /** One answer, no pages. */
  NONE,
  /** {@code after_id} and {@code has_more}, {@code last_id}. */
  ID,
  /** {@code page} and {@code has_more}, {@code next_page}. */
  PAGE,
  /** {@code page} and {@code next_page} alone; null is the end. */
  TOKEN
}
