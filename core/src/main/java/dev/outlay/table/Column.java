package dev.outlay.table;

/**
 * One column of a table.
 *
 * @param name snake_case, the same in SQL, JSON and CSV
 * @param type what its cells hold
 * @param key whether it is part of the identity of a row; null is an ordinary value in a key
 * @param meaning one sentence for people, with the unit where the value has one
 */
public record Column(String name, Type type, boolean key, String meaning) {}
