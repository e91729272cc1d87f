/** What all databases that speak SQL over JDBC have in common. */
@NullMarked
package dev.outlay.destinations.sql;

import org.jspecify.annotations.NullMarked;
