package dev.outlay.server.api;

import dev.outlay.access.Denied;
import dev.outlay.access.Role;
import dev.outlay.access.Standing;
import dev.outlay.access.account.Account;
import dev.outlay.access.door.Door;
import dev.outlay.access.door.Who;
import dev.outlay.access.token.ApiToken;
import dev.outlay.access.token.Tokens;
import dev.outlay.server.Access;
import dev.outlay.server.Call;
import dev.outlay.server.Endpoint;
import dev.outlay.server.Parameter;
import dev.outlay.server.Reply;
import dev.outlay.server.Says;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tokens of programs: everybody their own, administrators all. */
public record TokensApi(Door door) {
  private static final int USUAL_DAYS = 90;
  private static final Parameter<String> ID = Parameter.text("id", "The token.");

  @Says("The tokens there are.")
  record TokenList(@Says("The newest first.") List<TokenCard> tokens) {}

  @Says("A token, without its secret.")
  record TokenCard(
      String id,
      String label,
      @Says("How it ends, to recognise it by.") String hint,
      @Says("Who made it; empty where they are gone, and the token is worth nothing.") String owner,
      Role role,
      @Says("The ids of the only workspaces it may see; left out for all.")
          Optional<Set<String>> workspaces,
      Instant createdAt,
      Instant expiresAt,
      @Says("The UTC day.") Optional<LocalDate> lastUsed) {}

  @Says("A token to be.")
  record NewToken(
      @Says("What it is for.") String label,
      @Says("At most one's own.") Role role,
      @Says("The only workspaces it may see, of a viewer.") Optional<Set<String>> workspaces,
      @Says("1 to 366; 90 without.") Optional<Integer> expiresInDays) {}

  @Says("A new token.")
  record MadeToken(
      TokenCard token,
      @Says("To be sent as Authorization: Bearer …; shown this once.") String secret) {
    @Override
    public String toString() {
      return "MadeToken";
    }
  }

  public List<Endpoint> endpoints() {
    Access everybody = Access.of(Role.VIEWER).alsoLimited();
    return List.of(
        Endpoint.get("/api/v1/tokens", TokenList.class)
            .says("One's own tokens; all of them for administrators.")
            .access(everybody)
            .by(call -> Reply.of(new TokenList(list(call)))),
        Endpoint.post("/api/v1/tokens", MadeToken.class)
            .says("Makes a token; its secret is shown this once.")
            .body(NewToken.class)
            .status(201)
            .access(everybody)
            .by(this::make),
        Endpoint.delete("/api/v1/tokens/{id}", Void.class)
            .says("Revokes a token.")
            .takes(ID)
            .access(everybody)
            .by(this::revoke));
  }

  private List<TokenCard> list(Call call) {
    return tokens().all().stream().filter(each -> mine(call, each)).map(this::card).toList();
  }

  private Reply make(Call call) {
    Account maker = new Visitors(door).person(call);
    NewToken sent = call.body(NewToken.class);
    Tokens.Made made =
        tokens()
            .make(
                maker,
                sent.label(),
                new Standing(sent.role(), sent.workspaces()),
                Duration.ofDays(sent.expiresInDays().orElse(USUAL_DAYS)));
    log(call, "made the token " + made.token().label() + " (" + role(made.token()) + ")");
    return Reply.created(
            "/api/v1/tokens/" + made.token().id(),
            new MadeToken(card(made.token()), made.secret().text()))
        .with("Cache-Control", "no-store");
  }

  private Reply revoke(Call call) {
    ApiToken token =
        tokens()
            .find(call.get(ID))
            .filter(each -> mine(call, each))
            .orElseThrow(() -> new Denied.Missing("there is no such token"));
    tokens().revoke(token);
    log(call, "revoked the token " + token.label());
    return Reply.nothing();
  }

  private boolean mine(Call call, ApiToken token) {
    return call.caller().role() == Role.ADMIN
        || new Visitors(door)
            .who(call.request())
            .filter(who ->
                who instanceof Who.Person(var account) && account.id().equals(token.account()))
            .isPresent();
  }

  private TokenCard card(ApiToken token) {
    return new TokenCard(
        token.id(),
        token.label(),
        token.hint(),
        owner(token).map(Account::name).orElse(""),
        token.standing().role(),
        token.standing().workspaces(),
        token.createdAt(),
        token.expiresAt(),
        token.lastUsed());
  }

  private Optional<Account> owner(ApiToken token) {
    return door.registers().accounts().find(token.account());
  }

  private Tokens tokens() {
    return door.registers().tokens();
  }

  private void log(Call call, String what) {
    door.registers().journal().changed(call.caller(), what);
  }

  private static String role(ApiToken token) {
    return token.standing().role().name().toLowerCase(Locale.ROOT);
  }
}
