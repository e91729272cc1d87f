/** Who is signed in, in which browser. */
@NullMarked
package dev.outlay.access.session;

import org.jspecify.annotations.NullMarked;
