package dev.outlay.table;

/**
 * How far the changes of a store were passed on.
 *
 * @param origin which store, connection and form of rows the number is of; a position of another
 *     origin says nothing
 * @param sequence the number of the newest load whose changes were passed on, and all before it
 */
public record Position(String origin, long sequence) {}
