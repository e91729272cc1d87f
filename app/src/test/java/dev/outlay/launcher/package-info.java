@NullMarked
package dev.outlay.launcher;

import org.jspecify.annotations.NullMarked;
