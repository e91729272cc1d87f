/** Keys and people: who owns what, when it was last used and what it cost. */
@NullMarked
package dev.outlay.people;

import org.jspecify.annotations.NullMarked;
