/** Keeps secrets where others can read the file: sealed, and bound to what they belong to. */
@NullMarked
package dev.outlay.vault;

import org.jspecify.annotations.NullMarked;
