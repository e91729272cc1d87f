/** What whoever answers asks must keep. */
@NullMarked
package dev.outlay.testkit.ask;

import org.jspecify.annotations.NullMarked;
