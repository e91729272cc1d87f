package dev.outlay.simulator.api;

import dev.outlay.simulator.http.Reply;
import dev.outlay.simulator.world.Directory;
import dev.outlay.simulator.world.Member;
import dev.outlay.simulator.world.Workspace;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/** Workspaces and who is in them; the default one can be fetched but is not listed. */
final class Workspaces {
  private Workspaces() {}

  static Reply list(Call call) {
    boolean archived = call.query().flag("include_archived");
    List<Workspace> workspaces =
        call.organisation().directory().workspaces().stream()
            .filter(workspace -> archived || workspace.archivedAt() == null)
            .toList();
    return new IdList<>(workspaces, Workspace::id, Workspaces::write).page(call);
  }

  static Reply get(Call call) {
    return Json.one(named(call), Workspaces::write);
  }

  /** The workspace in the path, whether listed or not. */
  static Workspace named(Call call) {
    Directory directory = call.organisation().directory();
    return Stream.concat(Stream.of(directory.defaultWorkspace()), directory.workspaces().stream())
        .filter(workspace -> workspace.id().equals(call.segment(3)))
        .findFirst()
        .orElseThrow(Refusal::notFound);
  }

  static Reply members(Call call) {
    List<Member> members = call.organisation().directory().members(named(call));
    return new IdList<>(members, Member::userId, Workspaces::write).page(call);
  }

  static Reply member(Call call) {
    return call.organisation().directory().members(named(call)).stream()
        .filter(member -> member.userId().equals(call.segment(5)))
        .findFirst()
        .map(member -> Json.one(member, Workspaces::write))
        .orElseThrow(Refusal::notFound);
  }

  private static void write(JsonGenerator json, Member member) {
    json.writeStartObject();
    json.writeStringProperty("type", "workspace_member");
    json.writeStringProperty("user_id", member.userId());
    json.writeStringProperty("workspace_id", member.workspaceId());
    json.writeStringProperty("workspace_role", member.role());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Workspace workspace) {
    json.writeStartObject();
    json.writeStringProperty("id", workspace.id());
    Json.text(json, "archived_at", workspace.archivedAt());
    json.writeStringProperty("compartment_id", workspace.compartmentId());
    Json.text(json, "created_at", workspace.createdAt());
    residency(json, workspace.usOnly());
    json.writeStringProperty("display_color", workspace.color());
    Json.text(json, "external_key_id", workspace.externalKeyId());
    json.writeStringProperty("name", workspace.name());
    json.writeObjectPropertyStart("tags");
    workspace.tags().forEach(json::writeStringProperty);
    json.writeEndObject();
    json.writeStringProperty("type", "workspace");
    json.writeEndObject();
  }

  private static void residency(JsonGenerator json, boolean usOnly) {
    json.writeObjectPropertyStart("data_residency");
    if (usOnly) {
      json.writeArrayPropertyStart("allowed_inference_geos");
      json.writeString("us");
      json.writeEndArray();
    } else {
      json.writeStringProperty("allowed_inference_geos", "unrestricted");
    }
    json.writeStringProperty("default_inference_geo", usOnly ? "us" : "global");
    json.writeStringProperty("workspace_geo", "us");
    json.writeEndObject();
  }
}
