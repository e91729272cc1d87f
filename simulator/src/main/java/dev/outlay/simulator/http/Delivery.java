package dev.outlay.simulator.http;

import java.time.Duration;

/** How an answer goes over the wire. */
public sealed interface Delivery {

  /** As it should. */
  record Whole() implements Delivery {}

  /** Announces its length and ends before it; {@code reset} drops the connection hard. */
  record Cut(int percent, boolean reset) implements Delivery {}

  /** Chunked, and never finished. */
  record CutChunk(int percent) implements Delivery {}

  /** Byte by byte. */
  record Drip(Duration interval) implements Delivery {}

  /** Not a byte until the other side gives up. */
  record Silence() implements Delivery {}

  /** Headers, then not a byte until the other side gives up. */
  record HeadersOnly() implements Delivery {}
}
