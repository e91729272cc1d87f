package dev.outlay.people;

/** What one should know to read the figures: a code for programs, a text for people. */
public record Remark(String code, String text) {}
