/**
 * Plain values that everything else is said in: tables, rows, spans, scopes and what is known.
 * Imports nothing of ours.
 */
@NullMarked
package dev.outlay.table;

import org.jspecify.annotations.NullMarked;
