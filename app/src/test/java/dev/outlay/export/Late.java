package dev.outlay.export;

import dev.outlay.destination.Mirror;
import dev.outlay.destination.Progress;

/**
 * A place that was read a while ago, before somebody else wrote there.
 *
 * @param progress how far it was then
 */
record Late(Mirror place, Progress progress) implements Veiled {}
