package dev.outlay.headroom;

import dev.outlay.table.Span;
import java.util.List;

/**
 * All limits in a period.
 *
 * @param limits the tightest first, then those without use, then those that cannot be measured
 * @param notes what holds for all of them
 */
public record HeadroomAnswer(Span period, List<LimitUse> limits, List<Note> notes) {}
