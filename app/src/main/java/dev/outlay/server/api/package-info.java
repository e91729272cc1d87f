/** One file per resource: its routes, what they take and what they answer. */
@NullMarked
package dev.outlay.server.api;

import org.jspecify.annotations.NullMarked;
