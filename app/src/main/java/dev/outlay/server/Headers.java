package dev.outlay.server;

import java.util.List;

/** What every answer says to browsers. */
final class Headers {
  static final List<Reply.Header> ALWAYS =
      List.of(
          new Reply.Header(
              "Content-Security-Policy",
              "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none';"
                  + " form-action 'self'; frame-ancestors 'none'"),
          new Reply.Header("X-Content-Type-Options", "nosniff"),
          new Reply.Header("X-Frame-Options", "DENY"),
          new Reply.Header("Referrer-Policy", "same-origin"),
          new Reply.Header("Cross-Origin-Opener-Policy", "same-origin"),
          new Reply.Header("Cross-Origin-Resource-Policy", "same-origin"),
          new Reply.Header(
              "Permissions-Policy",
              "camera=(), microphone=(), geolocation=(), payment=(), usb=()"));

  static final Reply.Header SECURE =
      new Reply.Header("Strict-Transport-Security", "max-age=31536000");

  private Headers() {}
}
