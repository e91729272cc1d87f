/** One table from the API to a destination in one go, for those who know ingestr and Bruin. */
@NullMarked
package dev.outlay.ingest;

import org.jspecify.annotations.NullMarked;
