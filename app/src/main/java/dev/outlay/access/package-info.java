/** Who may do what: people, roles, sessions, tokens. */
@NullMarked
package dev.outlay.access;

import org.jspecify.annotations.NullMarked;
