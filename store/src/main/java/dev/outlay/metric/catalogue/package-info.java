/** Every metric of the store: one entry each, a file for each family. */
@NullMarked
package dev.outlay.metric.catalogue;

import org.jspecify.annotations.NullMarked;
