/**
 * How several processes share one store: whoever has it open answers the others, over a loopback
 * address that only the same user can learn.
 */
@NullMarked
package dev.outlay.holder;

import org.jspecify.annotations.NullMarked;
