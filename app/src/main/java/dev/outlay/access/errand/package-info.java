/** Changing accounts from the command line, here or in the process that has the store open. */
@NullMarked
package dev.outlay.access.errand;

import org.jspecify.annotations.NullMarked;
