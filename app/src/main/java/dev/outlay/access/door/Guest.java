package dev.outlay.access.door;

import dev.outlay.access.Standing;
import dev.outlay.access.account.Proof;
import java.util.List;
import java.util.Optional;

/**
 * Somebody another service vouches for.
 *
 * @param subject who they are there
 * @param names what they may be called here, the best first; the last one is surely free
 * @param email as that service has it
 * @param standing what they may do
 * @param always whether the service decides that each time, or for the first time only
 */
public record Guest(
    Proof.Subject subject,
    List<String> names,
    Optional<String> email,
    Standing standing,
    boolean always) {}
