@NullMarked
package dev.outlay.server;

import org.jspecify.annotations.NullMarked;
