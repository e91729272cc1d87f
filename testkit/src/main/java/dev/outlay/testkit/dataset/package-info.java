/**
 * What holds for every declaration of a dataset: its fixtures, its contract, its page of reference.
 */
@NullMarked
package dev.outlay.testkit.dataset;

import org.jspecify.annotations.NullMarked;
