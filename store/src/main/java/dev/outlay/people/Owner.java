package dev.outlay.people;

import java.util.Optional;

/**
 * Who a key belongs to.
 *
 * @param name the id where no name was ever known
 * @param type {@code user} or {@code service_account}
 * @param gone whether the organisation no longer has them
 */
public record Owner(String id, String name, Optional<String> email, String type, boolean gone) {}
