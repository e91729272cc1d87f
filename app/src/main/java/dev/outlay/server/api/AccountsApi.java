package dev.outlay.server.api;

import dev.outlay.access.Denied;
import dev.outlay.access.Role;
import dev.outlay.access.Standing;
import dev.outlay.access.account.Account;
import dev.outlay.access.account.Accounts;
import dev.outlay.access.account.Invitations;
import dev.outlay.access.account.Proof;
import dev.outlay.access.door.Registers;
import dev.outlay.server.Call;
import dev.outlay.server.Endpoint;
import dev.outlay.server.Parameter;
import dev.outlay.server.Reply;
import dev.outlay.server.Says;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Everybody who may sign in, for administrators. */
public record AccountsApi(Registers registers) {
  private static final Parameter<String> ID = Parameter.text("id", "The account.");

  @Says("Everybody who may sign in.")
  record AccountList(List<AccountCard> accounts) {}

  @Says("Somebody who may sign in.")
  record AccountCard(
      String id,
      String name,
      Optional<String> email,
      Role role,
      @Says("The ids of the only workspaces they may see; left out for all.")
          Optional<Set<String>> workspaces,
      @Says("Whether they may not come in for now.") boolean disabled,
      @Says("password, oidc, or invited where they did not set a password yet.") String signsIn,
      Instant createdAt,
      Optional<Instant> lastSignIn) {
    static AccountCard of(Account account) {
      return new AccountCard(
          account.id(),
          account.name(),
          account.email(),
          account.standing().role(),
          account.standing().workspaces(),
          account.disabled(),
          signsIn(account.proof()),
          account.createdAt(),
          account.seen().last());
    }

    private static String signsIn(Proof proof) {
      return proof.subject().isPresent()
          ? "oidc"
          : proof.password().isPresent() ? "password" : "invited";
    }
  }

  @Says("Somebody new.")
  record NewAccount(
      @Says("What they sign in with.") String name,
      Optional<String> email,
      Role role,
      @Says("The only workspaces they may see, of a viewer; left out for all.")
          Optional<Set<String>> workspaces) {}

  @Says("What becomes different; what is left out stays.")
  record AccountChange(
      Optional<String> name,
      Optional<String> email,
      Optional<Role> role,
      @Says("The only workspaces they may see; an empty list lifts the limit.")
          Optional<Set<String>> workspaces,
      Optional<Boolean> disabled) {}

  @Says("An account, and the token with which its owner sets a password.")
  record InvitedAccount(AccountCard account, Invitation invitation) {}

  @Says("A one-time token with which somebody sets their own password at POST /api/v1/setup.")
  record Invitation(@Says("Shown this once.") String token, Instant expiresAt) {
    @Override
    public String toString() {
      return "Invitation";
    }
  }

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/api/v1/accounts", AccountList.class)
            .says("Everybody who may sign in, by name.")
            .by(_ -> Reply.of(list())),
        Endpoint.post("/api/v1/accounts", InvitedAccount.class)
            .says("Makes an account; the answer has a one-time token for its owner.")
            .body(NewAccount.class)
            .status(201)
            .by(this::create),
        Endpoint.patch("/api/v1/accounts/{id}", AccountCard.class)
            .says("Changes an account; a change of what they may do signs them out.")
            .takes(ID)
            .body(AccountChange.class)
            .by(this::change),
        Endpoint.delete("/api/v1/accounts/{id}", Void.class)
            .says("Removes an account, its sessions and its tokens.")
            .takes(ID)
            .by(this::remove),
        Endpoint.post("/api/v1/accounts/{id}/invitation", InvitedAccount.class)
            .says("Makes a one-time token with which the owner sets a new password.")
            .takes(ID)
            .by(call -> invited(call, account(call))));
  }

  private AccountList list() {
    return new AccountList(accounts().all().stream().map(AccountCard::of).toList());
  }

  private Reply create(Call call) {
    NewAccount sent = call.body(NewAccount.class);
    Standing standing = new Standing(sent.role(), sent.workspaces());
    Account made = accounts().create(sent.name(), sent.email(), standing, Proof.NONE);
    log(call, "made the account " + made.name() + " as " + words(standing));
    return invited(call, made).status(201).with("Location", "/api/v1/accounts/" + made.id());
  }

  private Reply invited(Call call, Account account) {
    String token = registers.invitations().invite(account).text();
    log(call, "invited " + account.name() + " to set a password");
    Invitation invitation = new Invitation(token, call.at().plus(Invitations.VALID));
    return Reply.of(new InvitedAccount(AccountCard.of(account), invitation))
        .with("Cache-Control", "no-store");
  }

  private Reply change(Call call) {
    AccountChange sent = call.body(AccountChange.class);
    Account was = account(call);
    Standing standing =
        new Standing(
            sent.role().orElse(was.standing().role()),
            sent.workspaces()
                .map(all -> Optional.of(all).filter(some -> !some.isEmpty()))
                .orElse(was.standing().workspaces()));
    if (sent.name().isPresent() || sent.email().isPresent()) {
      accounts().rename(was.id(), sent.name().orElse(was.name()), sent.email().or(was::email));
    }
    Account now = accounts().standing(was.id(), standing, sent.disabled().orElse(was.disabled()));
    log(call, "changed the account " + was.name() + " to " + told(now));
    return Reply.of(AccountCard.of(now));
  }

  private Reply remove(Call call) {
    Account removed = accounts().remove(account(call).id());
    log(call, "removed the account " + removed.name());
    return Reply.nothing();
  }

  private Account account(Call call) {
    return accounts()
        .find(call.get(ID))
        .orElseThrow(() -> new Denied.Missing("there is no such account"));
  }

  private Accounts accounts() {
    return registers.accounts();
  }

  private void log(Call call, String what) {
    registers.journal().changed(call.caller(), what);
  }

  private static String told(Account account) {
    return account.name()
        + ", "
        + words(account.standing())
        + (account.disabled() ? ", disabled" : "");
  }

  private static String words(Standing standing) {
    return standing.role().name().toLowerCase(Locale.ROOT)
        + standing.workspaces().map(all -> " of " + String.join(", ", all)).orElse("");
  }
}
