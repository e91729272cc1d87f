package dev.outlay.access.door;

import dev.outlay.access.Secret;
import dev.outlay.access.account.Account;

/**
 * Somebody who has just signed in.
 *
 * @param account who
 * @param session what their browser is to keep
 */
public record Entered(Account account, Secret session) {}
