/** Contracts that every implementer of a seam must keep, and honest fakes that keep them. */
@NullMarked
package dev.outlay.testkit;

import org.jspecify.annotations.NullMarked;
