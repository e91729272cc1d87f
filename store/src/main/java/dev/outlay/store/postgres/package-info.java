/** Asking a PostgreSQL database that the store is exported to. */
@NullMarked
package dev.outlay.store.postgres;

import org.jspecify.annotations.NullMarked;
