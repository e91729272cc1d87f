@NullMarked
package dev.outlay.simulator;

import org.jspecify.annotations.NullMarked;
