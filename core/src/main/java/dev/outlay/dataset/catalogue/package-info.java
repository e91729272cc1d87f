/** The shelf of datasets: one declaration a file. */
@NullMarked
package dev.outlay.dataset.catalogue;

import org.jspecify.annotations.NullMarked;
