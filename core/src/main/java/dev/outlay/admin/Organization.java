package dev.outlay.admin;

import java.time.Duration;

/**
 * Who a key belongs to.
 *
 * @param id of the organisation
 * @param name of the organisation
 * @param ahead how far the server's clock is ahead of this machine's
 */
public record Organization(String id, String name, Duration ahead) {}
