package dev.outlay.export;

import dev.outlay.table.Span;

/** How rows are passed on. */
public sealed interface Way {
  /** All of them where the place does not know them, and what changed where it does. */
  record Current() implements Way {}

  /** All of them, whatever the place knows. */
  record Full() implements Way {}

  /** Those of a time alone; how far the place is otherwise stays as it is. */
  record Interval(Span span) implements Way {}
}
