/** Tokens that programs show instead of a person. */
@NullMarked
package dev.outlay.access.token;

import org.jspecify.annotations.NullMarked;
