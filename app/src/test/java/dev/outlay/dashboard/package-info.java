@NullMarked
package dev.outlay.dashboard;

import org.jspecify.annotations.NullMarked;
