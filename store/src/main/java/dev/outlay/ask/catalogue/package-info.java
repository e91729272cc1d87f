/** What can be asked: one entry a measure or dimension. */
@NullMarked
package dev.outlay.ask.catalogue;

import org.jspecify.annotations.NullMarked;
