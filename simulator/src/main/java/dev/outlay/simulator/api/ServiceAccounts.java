package dev.outlay.simulator.api;

import dev.outlay.simulator.http.Reply;
import dev.outlay.simulator.world.ServiceAccount;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Service accounts, for OAuth tokens only. */
final class ServiceAccounts {
  private ServiceAccounts() {}

  static Reply list(Call call) {
    boolean archived = call.query().flag("include_archived");
    List<ServiceAccount> accounts =
        call.organisation().directory().serviceAccounts().stream()
            .filter(account -> archived || account.archivedAt() == null)
            .toList();
    return new PageList<>(accounts, ServiceAccounts::write).page(call, 20, 1_000);
  }

  static Reply get(Call call) {
    return call.organisation().directory().serviceAccounts().stream()
        .filter(account -> account.id().equals(call.segment(3)))
        .findFirst()
        .map(account -> Json.one(account, ServiceAccounts::write))
        .orElseThrow(Refusal::notFound);
  }

  private static void write(JsonGenerator json, ServiceAccount account) {
    json.writeStartObject();
    json.writeStringProperty("id", account.id());
    Json.text(json, "archived_at", account.archivedAt());
    Json.text(
        json, "archived_by_actor_id", account.archivedAt() == null ? null : account.createdBy());
    Json.text(json, "created_at", account.createdAt());
    json.writeStringProperty("created_by_actor_id", account.createdBy());
    json.writeStringProperty("description", "Runs " + account.name());
    json.writeStringProperty("name", account.name());
    json.writeStringProperty("organization_role", account.role());
    json.writeStringProperty("type", "service_account");
    Json.text(json, "updated_at", account.createdAt());
    Json.text(json, "updated_by_actor_id", null);
    json.writeEndObject();
  }
}
