/** Real servers of others, started by a test for itself. */
@NullMarked
package dev.outlay.testkit.server;

import org.jspecify.annotations.NullMarked;
