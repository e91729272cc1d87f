package dev.outlay.people;

/**
 * Something with a name.
 *
 * @param name for people; the id where no name is known
 */
public record Named(String id, String name) {}
