@NullMarked
package dev.outlay.schedule;

import org.jspecify.annotations.NullMarked;
