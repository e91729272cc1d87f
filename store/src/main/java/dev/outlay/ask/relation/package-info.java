/** Queries as values, and how an engine wants them written. */
@NullMarked
package dev.outlay.ask.relation;

import org.jspecify.annotations.NullMarked;
