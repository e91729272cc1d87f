/** What the tests of several packages need. */
@NullMarked
package dev.outlay;

import org.jspecify.annotations.NullMarked;
