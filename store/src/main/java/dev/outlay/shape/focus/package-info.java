/** Cost and usage in the form of FOCUS, the FinOps Open Cost and Usage Specification. */
@NullMarked
package dev.outlay.shape.focus;

import org.jspecify.annotations.NullMarked;
