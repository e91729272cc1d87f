/** The command line: one file a command. Results go to stdout, everything else to stderr. */
@NullMarked
package dev.outlay.cli;

import org.jspecify.annotations.NullMarked;
