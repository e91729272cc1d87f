/**
 * The embedded store: every row with its history, how far each series is known, and what may be
 * asked with SQL. The only package that speaks to DuckDB.
 */
@NullMarked
package dev.outlay.store;

import org.jspecify.annotations.NullMarked;
