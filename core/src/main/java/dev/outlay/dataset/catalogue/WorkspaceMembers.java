package dev.outlay.dataset.catalogue;

import static dev.outlay.dataset.Field.key;
import static dev.outlay.dataset.Field.value;
import static dev.outlay.dataset.From.asked;
import static dev.outlay.dataset.From.item;
import static dev.outlay.dataset.From.needed;
import static dev.outlay.table.Type.Plain.TEXT;

import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.Paging;
import dev.outlay.dataset.Window;

/** Who is in which workspace. Organisation admins may be members without being listed. */
final class WorkspaceMembers {
  static final Dataset DATASET =
      Dataset.called("workspace_members")
          .meaning("Members of every workspace in use, with their role.")
          .documented(
              "https://platform.claude.com/docs/en/api/admin/workspaces/members/list", "2026-11-20")
          .get("/v1/organizations/workspaces/{parent}/members")
          .paging(Paging.ID, 1000)
          .window(new Window.EachOf("/v1/organizations/workspaces", "workspace_id"))
          .items("data")
          .leaving("type", "workspace_id")
          .fields(
              key("workspace_id", TEXT, asked("parent"), "wrkspc_…"),
              key("user_id", TEXT, needed("user_id"), "user_…"),
              value("workspace_role", TEXT, item("workspace_role"), "workspace_admin, …"))
          .build();

  private WorkspaceMembers() {}
}
