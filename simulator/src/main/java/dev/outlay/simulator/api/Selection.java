package dev.outlay.simulator.api;

import dev.outlay.simulator.world.Actor;
import dev.outlay.simulator.world.Lane;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a second-generation request groups by and filters on. */
record Selection(
    List<Facet> facets,
    List<Facet> grouping,
    Map<Facet, List<String>> filters,
    boolean withoutDeleted,
    String home) {

  static Selection of(Call call, List<Facet> facets) {
    List<String> names = facets.stream().map(Facet::wire).toList();
    List<Facet> grouping = call.query().many("group_by", names).stream().map(Facet::named).toList();
    Map<Facet, List<String>> filters = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.ofUsage()) {
      List<String> values = call.query().atMostAHundred(facet.filter());
      if (!values.isEmpty()) {
        filters.put(facet, values);
      }
    }
    String home = call.organisation().directory().defaultWorkspace().id();
    return new Selection(
        facets, grouping, filters, call.query().flag("exclude_deleted_users"), home);
  }

  boolean takes(Lane lane) {
    boolean deleted = lane.actor() instanceof Actor.Person(var user) && user.deleted();
    return !(withoutDeleted && deleted)
        && filters.entrySet().stream()
            .allMatch(filter -> passes(lane, filter.getKey(), filter.getValue()));
  }

  private boolean passes(Lane lane, Facet facet, List<String> values) {
    String value = facet.value(lane);
    return values.contains(value == null && facet == Facet.WORKSPACE_ID ? home : value);
  }

  boolean groups(Facet facet) {
    return grouping.contains(facet);
  }

  /** A row's identity: a value or null for every facet, cost facets given by the caller. */
  List<@Nullable String> key(Lane lane, @Nullable String costType, @Nullable String tokenType) {
    List<@Nullable String> key = new ArrayList<>(facets.size());
    for (Facet facet : facets) {
      key.add(grouping.contains(facet) ? value(facet, lane, costType, tokenType) : null);
    }
    return key;
  }

  /** The same for a charge that only a workspace and a kind of cost are known of. */
  List<@Nullable String> chargeKey(@Nullable String workspaceId, @Nullable String costType) {
    List<@Nullable String> key = new ArrayList<>(facets.size());
    for (Facet facet : facets) {
      String value =
          switch (facet) {
            case WORKSPACE_ID -> workspaceId;
            case COST_TYPE -> costType;
            default -> null;
          };
      key.add(grouping.contains(facet) ? value : null);
    }
    return key;
  }

  /**
   * Charges belong to no model, key or actor, so any filter but the workspace's leaves them out.
   */
  boolean takesCharge(@Nullable String workspaceId) {
    return filters.entrySet().stream()
        .allMatch(filter ->
            filter.getKey() == Facet.WORKSPACE_ID
                && filter.getValue().contains(workspaceId == null ? home : workspaceId));
  }

  private static @Nullable String value(
      Facet facet, Lane lane, @Nullable String costType, @Nullable String tokenType) {
    return switch (facet) {
      case COST_TYPE -> costType;
      case TOKEN_TYPE -> tokenType;
      default -> facet.value(lane);
    };
  }
}
