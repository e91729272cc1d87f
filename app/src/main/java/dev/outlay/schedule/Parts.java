package dev.outlay.schedule;

import dev.outlay.admin.Ticker;
import dev.outlay.connection.Connections;
import dev.outlay.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * What the schedule works with.
 *
 * @param store where everything is kept; its tables are made ready by the schedule
 * @param connections what is collected
 * @param rhythms how often
 * @param clock this machine's time, by which turns are kept
 * @param serverTime the server's time, given how far it is ahead of this machine's; decides what
 *     has ended
 * @param elapsed nanoseconds, for how long runs take
 * @param ticker for waiting
 */
public record Parts(
    Store store,
    Connections connections,
    Rhythms rhythms,
    InstantSource clock,
    Function<Duration, Instant> serverTime,
    LongSupplier elapsed,
    Ticker ticker) {}
