@NullMarked
package dev.outlay.shape.focus;

import org.jspecify.annotations.NullMarked;
