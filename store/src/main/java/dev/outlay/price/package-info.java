/** What things cost: dated prices, exact, with where each is from and how sure it is. */
@NullMarked
package dev.outlay.price;

import org.jspecify.annotations.NullMarked;
