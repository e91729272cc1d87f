/** Where rows wait that are too many for memory. */
@NullMarked
package dev.outlay.destinations.waiting;

import org.jspecify.annotations.NullMarked;
