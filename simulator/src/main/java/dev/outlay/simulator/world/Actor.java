package dev.outlay.simulator.world;

import org.jspecify.annotations.Nullable;

/** Who stands behind usage in the second generation's reports. */
public sealed interface Actor {

  String id();

  /** As in {@code actor_type}. */
  String type();

  record Person(User user) implements Actor {
    @Override
    public String id() {
      return user.id();
    }

    @Override
    public String type() {
      return "user_actor";
    }
  }

  record Robot(String id, String name) implements Actor {
    @Override
    public String type() {
      return "service_account_actor";
    }
  }

  record Key(String id, @Nullable String name) implements Actor {
    @Override
    public String type() {
      return "api_actor";
    }
  }

  /** Console traffic that names nobody. */
  record Nobody() implements Actor {
    @Override
    public String id() {
      return "";
    }

    @Override
    public String type() {
      return "";
    }
  }
}
