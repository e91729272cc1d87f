package dev.outlay.people;

import java.util.List;

/** Everybody, as known now. */
public record PeopleAnswer(List<Person> people, List<Invite> invites, List<Member> members) {}
