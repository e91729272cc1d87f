/** BigQuery, by Google's own client. */
@NullMarked
package dev.outlay.destinations.bigquery;

import org.jspecify.annotations.NullMarked;
