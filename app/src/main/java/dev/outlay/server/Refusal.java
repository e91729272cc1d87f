package dev.outlay.server;

import dev.outlay.access.Role;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** A call that is answered with a problem. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Problem problem;
  private final transient List<Reply.Header> headers;

  Refusal(Problem problem, Reply.Header... headers) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
    this.headers = List.of(headers);
  }

  /** The same, with the word that was probably meant; empty where none is known. */
  public Refusal nearest(String word) {
    return new Refusal(problem.nearest(word), headers.toArray(Reply.Header[]::new));
  }

  Problem problem() {
    return problem;
  }

  List<Reply.Header> headers() {
    return headers;
  }

  /** The request makes no sense. */
  public static Refusal bad(String detail) {
    return new Refusal(Problem.of(400, "bad-request", "The request makes no sense", detail));
  }

  /**
   * A parameter or a field of the body is wrong; the nearest word that would be right, or empty.
   */
  public static Refusal parameter(String name, String wrong, String nearest) {
    return new Refusal(
        Problem.of(400, "bad-parameter", "A parameter is wrong", name + " " + wrong)
            .parameter(name)
            .nearest(nearest));
  }

  /** There is no such thing. */
  public static Refusal missing(String detail, String nearest) {
    return new Refusal(
        Problem.of(404, "not-found", "There is no such thing", detail).nearest(nearest));
  }

  /** It is not in a state for that. */
  public static Refusal conflict(String detail, String advice) {
    return new Refusal(
        Problem.of(409, "conflict", "That cannot be done now", detail).advice(advice));
  }

  /** It is understood, and cannot be done as asked. */
  public static Refusal unfit(String detail, String advice) {
    return new Refusal(
        Problem.of(422, "unfit", "That cannot be done as asked", detail).advice(advice));
  }

  /** Nobody knows who asks. */
  public static Refusal signIn() {
    return signIn("nobody is signed in");
  }

  public static Refusal signIn(String detail) {
    return new Refusal(
        Problem.of(401, "sign-in", "Sign in first", detail)
            .advice("Sign in, or send a token: Authorization: Bearer …"),
        new Reply.Header("WWW-Authenticate", "Bearer"));
  }

  /** They may not. */
  public static Refusal forbidden(String detail, String advice) {
    return new Refusal(Problem.of(403, "forbidden", "You may not do that", detail).advice(advice));
  }

  static Refusal role(Role needed) {
    String name = needed.name().toLowerCase(Locale.ROOT);
    return forbidden(
        "this takes the role " + name, "Ask an administrator for the role " + name + ".");
  }

  static Refusal limited() {
    return forbidden(
        "this shows more than the workspaces you may see",
        "Ask an administrator to lift the limit to some workspaces.");
  }

  /** Too many; after how many seconds it may go on. */
  public static Refusal tooMany(String detail, long seconds) {
    return new Refusal(
        Problem.of(429, "too-many", "Too many requests", detail)
            .advice("Wait " + seconds + " s and try again."),
        new Reply.Header("Retry-After", String.valueOf(seconds)));
  }

  static Refusal method(String method, String path, Collection<String> allowed) {
    String all = String.join(", ", allowed);
    return new Refusal(
        Problem.of(405, "method", "That cannot be done here", path + " does not take " + method)
            .advice("It takes " + all + "."),
        new Reply.Header("Allow", all));
  }

  static Refusal tooLarge(long most) {
    return new Refusal(
        Problem.of(
            413, "too-large", "Too much was sent", "a body may have " + most + " bytes at most"));
  }

  static Refusal media(String sent) {
    return new Refusal(
        Problem.of(
            415,
            "media-type",
            "The body is of the wrong kind",
            "this takes application/json, not " + (sent.isEmpty() ? "a body of no kind" : sent)));
  }
}
