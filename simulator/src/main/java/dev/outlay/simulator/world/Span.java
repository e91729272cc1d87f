package dev.outlay.simulator.world;

/** A half-open part of one UTC day in minutes; the day counts from 1970-01-01. */
public record Span(Report report, long day, int from, int to) {

  public static Span wholeDay(Report report, long day) {
    return new Span(report, day, 0, Rhythm.DAY);
  }

  boolean isWholeDay() {
    return from == 0 && to == Rhythm.DAY;
  }
}
