/** How Databricks is spoken to. */
@NullMarked
package dev.outlay.destinations.databricks;

import org.jspecify.annotations.NullMarked;
