/** What went wrong, by what to do about it. */
@NullMarked
package dev.outlay.failure;

import org.jspecify.annotations.NullMarked;
