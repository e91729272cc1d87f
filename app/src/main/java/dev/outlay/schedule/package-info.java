/** When each dataset of each connection is collected; the only owner of threads while serving. */
@NullMarked
package dev.outlay.schedule;

import org.jspecify.annotations.NullMarked;
