/** The Admin API over HTTP: requests in, pages of rows out. */
@NullMarked
package dev.outlay.admin;

import org.jspecify.annotations.NullMarked;
