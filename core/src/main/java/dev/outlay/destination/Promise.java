package dev.outlay.destination;

/**
 * What can be expected of a kind of destination; for the reference.
 *
 * @param example an address
 * @param guarantee when the same load arrives twice, or is cut short
 * @param interrupted what a reader there sees when a load is cut short
 * @param decimals how money arrives there
 * @param columns what happens when a table gets another column
 * @param proven against what it was run; what was never run is said
 */
public record Promise(
    String example,
    Guarantee guarantee,
    String interrupted,
    String decimals,
    String columns,
    String proven) {}
