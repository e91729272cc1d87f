package dev.outlay.story;

/** What one run of the program said, and how it ended. */
record Told(int exit, String out, String err) {
  /** Both streams: what a person sees. */
  String all() {
    return out + err;
  }
}
