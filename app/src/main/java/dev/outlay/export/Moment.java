package dev.outlay.export;

import dev.outlay.destination.Progress;
import dev.outlay.store.Answers;

/**
 * The moment at which passages are planned.
 *
 * @param store its rows as they were then
 * @param origin what positions of that store are called
 * @param progress how far the place was then, in everything
 */
record Moment(Answers store, Origin origin, Progress progress) {}
