package dev.outlay.ask;

/**
 * Something that can be counted.
 *
 * @param name by which it is asked for
 * @param title for people
 * @param unit of its values
 * @param meaning in one sentence
 * @param formula over columns or other measures, for people
 * @param how it is computed
 */
public record Measure(
    String name, String title, Unit unit, String meaning, String formula, How how) {}
