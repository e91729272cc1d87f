package dev.outlay.simulator.api;

import dev.outlay.simulator.http.Reply;
import dev.outlay.simulator.world.Actor;
import dev.outlay.simulator.world.Report;
import dev.outlay.simulator.world.User;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes one page of ranked rows. */
record RankedPage(Export export, Selection selection, List<RankedRow> rows, @Nullable String next) {

  Reply reply() {
    return Json.ok(json -> {
      json.writeStartObject();
      json.writeArrayPropertyStart("data");
      rows.forEach(row -> write(json, row));
      json.writeEndArray();
      json.writeBooleanProperty("has_more", next != null);
      Json.text(json, "next_page", next);
      Json.time(json, "data_refreshed_at", export.refreshedAt());
      json.writeStringProperty("organization_id", export.call().organisation().taggedId());
      json.writeEndObject();
    });
  }

  private void write(JsonGenerator json, RankedRow row) {
    json.writeStartObject();
    Json.time(json, "starting_at", row.range().start());
    Json.time(json, "ending_at", row.range().end());
    json.writeObjectPropertyStart("group");
    for (int place = 0; place < selection.facets().size(); place++) {
      facet(json, selection.facets().get(place), place, row);
    }
    json.writeEndObject();
    if (export.report() == Report.ANALYTICS_USAGE) {
      usage(json, row);
    } else {
      cost(json, row);
    }
    json.writeEndObject();
  }

  private static void facet(JsonGenerator json, Facet facet, int place, RankedRow row) {
    String value = row.value(place);
    if (facet == Facet.ACTOR && value != null) {
      json.writeName(facet.wire());
      actor(json, row.actor());
    } else {
      Json.text(json, facet.wire(), value);
    }
  }

  private static void actor(JsonGenerator json, Actor actor) {
    json.writeStartObject();
    json.writeStringProperty("type", actor.type());
    switch (actor) {
      case Actor.Person(User user) -> person(json, user);
      case Actor.Robot robot -> json.writeStringProperty("service_account_id", robot.id());
      case Actor.Key key -> json.writeStringProperty("api_key_id", key.id());
      case Actor.Nobody _ -> {}
    }
    json.writeEndObject();
  }

  private static void person(JsonGenerator json, User user) {
    json.writeStringProperty("user_id", user.id());
    json.writeStringProperty("name", user.name());
    Json.text(json, "email_address", user.deleted() ? null : user.email());
    json.writeBooleanProperty("deleted", user.deleted());
  }

  private static void usage(JsonGenerator json, RankedRow row) {
    json.writeObjectPropertyStart("usage");
    Tokens.write(json, row.counts(), 0);
    json.writeNumberProperty("requests", row.requests());
    json.writeNumberProperty("total_tokens", row.totalTokens());
    json.writeEndObject();
  }

  private void cost(JsonGenerator json, RankedRow row) {
    boolean split = selection.groups(Facet.COST_TYPE) || selection.groups(Facet.TOKEN_TYPE);
    json.writeObjectPropertyStart("cost");
    json.writeStringProperty("amount", Money.padded(row.cents()));
    json.writeStringProperty("currency", "USD");
    json.writeStringProperty("list_amount", Money.padded(row.cents()));
    if (split) {
      json.writeNullProperty("requests");
    } else {
      json.writeNumberProperty("requests", row.requests());
    }
    json.writeEndObject();
  }
}
