/** ClickHouse over its HTTP interface. */
@NullMarked
package dev.outlay.destinations.clickhouse;

import org.jspecify.annotations.NullMarked;
