package dev.outlay.simulator.api;

import dev.outlay.simulator.http.Request;
import dev.outlay.simulator.world.Organisation;
import java.time.Instant;
import java.util.Arrays;

/**
 * One authenticated request: whose it is, in which API version, when, and its number (for the order
 * of rows, which nobody may rely on).
 */
record Call(
    Request request,
    Organisation organisation,
    boolean oauth,
    boolean newVersion,
    Policy policy,
    Instant now,
    long number) {

  Query query() {
    return new Query(request);
  }

  /** A part of the path, counted from {@code v1}. */
  String segment(int place) {
    return request.path().substring(1).split("/")[place];
  }

  boolean beta(String value) {
    return Arrays.stream(request.header("anthropic-beta").orElse("").split(","))
        .anyMatch(beta -> beta.strip().equals(value));
  }

  /** Hidden betas look as if they were not there. */
  void requireBeta(String value) {
    if (!beta(value)) {
      throw Refusal.notFound();
    }
  }

  boolean noise() {
    return organisation.noise();
  }
}
