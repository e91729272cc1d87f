package dev.outlay.destination;

import java.time.InstantSource;
import java.util.Set;

/**
 * One kind of destination: what its addresses look like, what it promises, and how to open one.
 * Found with {@link java.util.ServiceLoader}, also in jars that are not part of the download.
 */
public interface DestinationKind {
  /** What people call it: {@code PostgreSQL}. */
  String name();

  /** The schemes of its addresses, in lower case, the usual one first. */
  Set<String> schemes();

  /** What it promises, in one entry of the reference. */
  Promise promise();

  /**
   * Opens one; that it cannot be reached may show only later.
   *
   * @param clock for what it writes besides the rows
   * @throws IllegalArgumentException when the address is at fault, in words that quote no secret
   * @throws dev.outlay.failure.Failure.KeepFailed when it cannot be had
   */
  Mirror open(Address address, InstantSource clock);
}
