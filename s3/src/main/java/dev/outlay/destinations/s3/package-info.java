/** Files in a bucket. */
@NullMarked
package dev.outlay.destinations.s3;

import org.jspecify.annotations.NullMarked;
