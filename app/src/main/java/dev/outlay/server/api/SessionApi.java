package dev.outlay.server.api;

import dev.outlay.access.Caller;
import dev.outlay.access.Denied;
import dev.outlay.access.Role;
import dev.outlay.access.Secret;
import dev.outlay.access.door.Door;
import dev.outlay.access.door.Entered;
import dev.outlay.access.oidc.Trouble;
import dev.outlay.server.Access;
import dev.outlay.server.Call;
import dev.outlay.server.Endpoint;
import dev.outlay.server.Parameter;
import dev.outlay.server.Reply;
import dev.outlay.server.Says;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Signing in and out, and the first time.
 *
 * @param door the way in
 * @param required whether anybody has to sign in here
 * @param elsewhere whether they may do it at another service as well
 */
public record SessionApi(Door door, boolean required, boolean elsewhere) {
  private static final Parameter<Trouble> PROBLEM =
      Parameter.of(
          "problem",
          "The word of a problem, as in the address one was sent to.",
          "a word such as no_role",
          text -> Trouble.valueOf(text.toUpperCase(Locale.ROOT)));

  @Says("Who is signed in, and how one can.")
  record SessionState(
      @Says("Who asks; left out where nobody is signed in.") Optional<SessionCaller> caller,
      @Says("none where everybody at this machine may come in, else required.") String signIn,
      @Says("How one can sign in: password, oidc.") List<String> methods,
      @Says("Whether the first administrator is still to be made, with the setup token.")
          boolean setup,
      @Says("What the problem that was asked about is.") Optional<SignInProblem> problem) {}

  @Says("Why somebody could not sign in at another service.")
  record SignInProblem(
      @Says("What went wrong.") String text, @Says("What to do about it.") String advice) {}

  @Says("Who asks.")
  record SessionCaller(
      String name,
      Role role,
      @Says("The ids of the only workspaces they may see; left out for all.")
          Optional<Set<String>> workspaces) {}

  @Says("A name and a password.")
  record SignIn(String name, String password) {
    @Override
    public String toString() {
      return "SignIn";
    }
  }

  @Says("A one-time token and the password to be.")
  record SetUp(
      @Says("As it was printed at the start, or as an administrator handed it over.") String token,
      @Says("Of the first administrator; others may leave it out.") Optional<String> name,
      @Says("At least 12 characters.") String password) {
    @Override
    public String toString() {
      return "SetUp";
    }
  }

  @Says("A new password.")
  record PasswordChange(String present, @Says("At least 12 characters.") String wanted) {
    @Override
    public String toString() {
      return "PasswordChange";
    }
  }

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/api/v1/session", SessionState.class)
            .says("Who is signed in, and how one can sign in.")
            .takes(PROBLEM)
            .access(Access.OPEN)
            .by(this::session),
        Endpoint.post("/api/v1/session", SessionState.class)
            .says("Signs in with a name and a password; the answer sets a cookie.")
            .body(SignIn.class)
            .access(Access.OPEN)
            .by(this::signIn),
        Endpoint.delete("/api/v1/session", Void.class)
            .says("Signs out.")
            .access(Access.OPEN)
            .by(this::signOut),
        Endpoint.post("/api/v1/session/password", SessionState.class)
            .says("Changes one's own password; all other sessions end.")
            .body(PasswordChange.class)
            .access(Access.of(Role.VIEWER).alsoLimited())
            .by(this::password),
        Endpoint.post("/api/v1/setup", SessionState.class)
            .says("Sets a password with a one-time token, and signs in.")
            .body(SetUp.class)
            .access(Access.OPEN)
            .by(this::setUp));
  }

  private Reply session(Call call) {
    Optional<SignInProblem> problem =
        call.find(PROBLEM).map(each -> new SignInProblem(each.text(), each.advice()));
    return Reply.of(state(call.whoever(), problem)).with("Cache-Control", "no-store");
  }

  private SessionState state(Optional<Caller> caller, Optional<SignInProblem> problem) {
    return new SessionState(
        caller.map(each -> new SessionCaller(each.name(), each.role(), each.workspaces())),
        required ? "required" : "none",
        !required ? List.of() : elsewhere ? List.of("password", "oidc") : List.of("password"),
        required && door.setup().first().isPresent(),
        problem);
  }

  private Reply signIn(Call call) {
    if (!required) {
      throw new Denied.Conflict("nobody has to sign in here", "");
    }
    SignIn sent = call.body(SignIn.class);
    return entered(call, door.signIn(sent.name(), sent.password(), call.request().remote()));
  }

  private Reply signOut(Call call) {
    SessionCookie.in(call.request())
        .ifPresent(session -> door.signOut(session, call.request().remote()));
    return SessionCookie.clear(Reply.nothing(), call.request());
  }

  private Reply password(Call call) {
    PasswordChange sent = call.body(PasswordChange.class);
    return entered(
        call,
        door.changePassword(
            new Visitors(door).person(call),
            sent.present(),
            sent.wanted(),
            call.request().remote()));
  }

  private Reply setUp(Call call) {
    SetUp sent = call.body(SetUp.class);
    Secret token = new Secret(sent.token().strip());
    return entered(call, door.setUp(token, sent.name(), sent.password(), call.request().remote()));
  }

  private Reply entered(Call call, Entered entered) {
    Reply reply = Reply.of(state(Optional.of(entered.account().caller()), Optional.empty()));
    return SessionCookie.set(
        reply, call.request(), entered.session(), door.registers().sessions().lifetime().longest());
  }
}
