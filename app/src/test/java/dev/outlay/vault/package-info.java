@NullMarked
package dev.outlay.vault;

import org.jspecify.annotations.NullMarked;
