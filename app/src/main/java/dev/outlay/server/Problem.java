package dev.outlay.server;

import java.util.Optional;

/** A problem as RFC 9457 writes it. */
@Says("What went wrong (RFC 9457).")
public record Problem(
    @Says("Which kind of problem: about:blank, or urn:outlay: and a word.") String type,
    @Says("The kind in words.") String title,
    @Says("The HTTP status.") int status,
    @Says("What went wrong this time, in one line.") String detail,
    @Says("The number of this very occurrence, in the log too.") Optional<String> instance,
    @Says("What to do about it.") Optional<String> advice,
    @Says("The name that was probably meant.") Optional<String> nearest,
    @Says("The parameter or field that is wrong.") Optional<String> parameter) {

  static Problem of(int status, String kind, String title, String detail) {
    return new Problem(
        "urn:outlay:" + kind,
        title,
        status,
        detail,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  Problem instance(String number) {
    return new Problem(
        type, title, status, detail, Optional.of(number), advice, nearest, parameter);
  }

  Problem advice(String text) {
    return new Problem(type, title, status, detail, instance, filled(text), nearest, parameter);
  }

  Problem nearest(String name) {
    return new Problem(type, title, status, detail, instance, advice, filled(name), parameter);
  }

  Problem parameter(String name) {
    return new Problem(type, title, status, detail, instance, advice, nearest, filled(name));
  }

  private static Optional<String> filled(String text) {
    return Optional.of(text).filter(each -> !each.isBlank());
  }
}
