/** What the program tells of itself, as metrics. */
@NullMarked
package dev.outlay.telemetry;

import org.jspecify.annotations.NullMarked;
