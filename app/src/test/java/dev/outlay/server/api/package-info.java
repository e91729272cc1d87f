@NullMarked
package dev.outlay.server.api;

import org.jspecify.annotations.NullMarked;
