/**
 * The HTTP server: what a route is, who may call it, how it is answered, described, kept and
 * refused. It knows no resource; those are in {@code dev.outlay.server.api} and handed in.
 */
@NullMarked
package dev.outlay.server;

import org.jspecify.annotations.NullMarked;
