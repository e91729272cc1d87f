package dev.outlay.admin;

/** An answer that is well formed but lacks a part it must have; asking again may bring it. */
final class Incomplete extends RuntimeException {
  Incomplete(String what) {
    super(what, null, false, false);
  }

  String what() {
    return String.valueOf(getMessage());
  }
}
