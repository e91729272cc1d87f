@NullMarked
package dev.outlay.shape.focus.check;

import org.jspecify.annotations.NullMarked;
