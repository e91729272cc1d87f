package dev.outlay.destinations.kafka;

/**
 * A row that came, or the key of one that goes.
 *
 * <p>Never compared.
 *
 * @param number from 1, in the order they came
 * @param goes whether only its key is known, and it is to go
 * @param key what names it
 * @param digest of what it says; empty where it goes
 * @param payload what it says; empty where it goes
 */
@SuppressWarnings("ArrayRecordComponent")
record Staged(int number, boolean goes, byte[] key, byte[] digest, byte[] payload) {}
