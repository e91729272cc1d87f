package dev.outlay.people;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.outlay.store.Answers;
import dev.outlay.store.Line;
import dev.outlay.store.Tables;
import java.util.List;
import java.util.Map;

/** The people of the organisations, their invitations and memberships. */
public record People(Answers answers) {

  /** All that is known now. */
  public PeopleAnswer read() {
    Tables tables = Tables.of(answers);
    Directory directory = Directory.of(answers, tables);
    List<Member> members = members(tables, directory);
    Map<Directory.Ref, List<Member.In>> in =
        members.stream()
            .collect(
                groupingBy(
                    member -> new Directory.Ref(member.connection(), member.user().id()),
                    mapping(Member::in, toList())));
    Map<Directory.Ref, Long> keys =
        lines(tables, "api_keys", "coalesce(principal_id, created_by_id)", "status <> 'archived'")
            .stream()
            .filter(line -> line.text(1).isPresent())
            .collect(groupingBy(Directory::ref, counting()));
    return new PeopleAnswer(
        lines(tables, "users", "id, name, email, role, added_at", "true").stream()
            .map(line -> person(line, in, keys))
            .toList(),
        lines(
                tables,
                "invites",
                "id, email, role, status, invited_at, expires_at, accepted_at",
                "true")
            .stream()
            .map(People::invite)
            .toList(),
        members);
  }

  private static Person person(
      Line line, Map<Directory.Ref, List<Member.In>> in, Map<Directory.Ref, Long> keys) {
    Directory.Ref ref = Directory.ref(line);
    return new Person(
        line.name(1),
        line.text(2).orElse(line.name(1)),
        line.text(3),
        line.text(4),
        line.instant(5),
        line.name(0),
        in.getOrDefault(ref, List.of()),
        keys.getOrDefault(ref, 0L));
  }

  private static Invite invite(Line line) {
    return new Invite(
        line.name(1),
        line.text(2).orElse(""),
        line.text(3),
        line.text(4).orElse("unknown"),
        line.instant(5),
        line.instant(6),
        line.instant(7),
        line.name(0));
  }

  private List<Member> members(Tables tables, Directory directory) {
    return lines(
            tables,
            "workspace_members",
            "user_id, workspace_id, workspace_role",
            "user_id IS NOT NULL AND workspace_id IS NOT NULL")
        .stream()
        .map(line -> {
          Owner user = directory.owner(line.name(0), line.name(1));
          Named workspace = directory.workspace(line.name(0), line.text(2));
          return new Member(
              line.name(0),
              new Named(user.id(), user.name()),
              new Member.In(workspace.id(), workspace.name(), line.text(3)));
        })
        .toList();
  }

  private List<Line> lines(Tables tables, String table, String columns, String where) {
    return tables.has(table)
        ? Line.of(
            answers,
            "SELECT connection, "
                + columns
                + " FROM "
                + table
                + " WHERE "
                + where
                + " ORDER BY ALL")
        : List.of();
  }
}
