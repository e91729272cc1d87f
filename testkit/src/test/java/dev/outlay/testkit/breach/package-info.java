/** Code that breaks the rules, to see that they notice. */
@NullMarked
package dev.outlay.testkit.breach;

import org.jspecify.annotations.NullMarked;
