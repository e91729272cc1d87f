/** Questions about what is stored, as values: an ask becomes SQL, its result an answer. */
@NullMarked
package dev.outlay.ask.spend;

import org.jspecify.annotations.NullMarked;
