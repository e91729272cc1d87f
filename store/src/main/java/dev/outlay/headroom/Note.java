package dev.outlay.headroom;

/** What one should know to read the figures: a code for programs, a text for people. */
public record Note(String code, String text) {}
