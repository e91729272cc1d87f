package dev.outlay.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Somebody with an account.
 *
 * @param name the id where there is none
 * @param role in the organisation, as the API spells it
 * @param keys how many keys are theirs, archived ones left out
 */
public record Person(
    String id,
    String name,
    Optional<String> email,
    Optional<String> role,
    Optional<Instant> addedAt,
    String connection,
    List<Member.In> workspaces,
    long keys) {}
