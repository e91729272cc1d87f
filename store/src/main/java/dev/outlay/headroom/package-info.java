/** How near use comes to the rate limits: actual use by minute or hour against what was allowed. */
@NullMarked
package dev.outlay.headroom;

import org.jspecify.annotations.NullMarked;
