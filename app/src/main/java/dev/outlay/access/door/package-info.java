/** The one way in: signing in, setting up, and who a cookie or a token stands for. */
@NullMarked
package dev.outlay.access.door;

import org.jspecify.annotations.NullMarked;
