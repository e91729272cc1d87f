package dev.outlay.destination;

import java.util.Set;

/** How far everything is that a place keeps. Safe for use by many threads. */
public interface Progress extends Checkpoints {
  /** The connections of which it keeps any checkpoint. */
  Set<String> connections();
}
