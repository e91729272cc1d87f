/** Warehouses that are filled by files and merged by one statement a table. */
@NullMarked
package dev.outlay.destinations.warehouse;

import org.jspecify.annotations.NullMarked;
