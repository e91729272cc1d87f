/** Accounts of people: their names, roles, passwords, and how often they may guess. */
@NullMarked
package dev.outlay.access.account;

import org.jspecify.annotations.NullMarked;
