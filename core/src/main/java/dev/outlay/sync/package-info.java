/** The loop: plan what is due, read it, keep it, remember how far. */
@NullMarked
package dev.outlay.sync;

import org.jspecify.annotations.NullMarked;
