@NullMarked
package dev.outlay.access;

import org.jspecify.annotations.NullMarked;
