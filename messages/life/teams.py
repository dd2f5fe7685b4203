"""Standing teams and meetings with other clubs."""

from collections.abc import Sequence

from messages.moments import Spoken, moment
from messages.money.entry_kinds import bulleted
from messages.wording import Words


@moment("teams.title")
def title(words: Words) -> str:
    return words.say("Groups and teams")


@moment("teams.kind")
def kind(words: Words, kind: str) -> str:
    return _kind(words, kind)


def _kind(words: Words, kind: str) -> str:
    names = {
        "livelihood": words.say("Livelihood group"),
        "performing": words.say("Performing team"),
        "sport": words.say("Sports and exercise team"),
        "care": words.say("Care team"),
        "other": words.say("Another team"),
    }
    return names[kind]


@moment("teams.all")
def all_teams(words: Words, count: int, has_performing: bool, exchanges: int) -> str:
    said = [
        words.plural(
            "The club has {count} standing group or team.",
            "The club has {count} standing groups and teams.",
            count,
        )
        if count
        else words.say("The club has no standing group or team yet.")
    ]
    if not has_performing:
        said.append(words.say("A performing team is still missing."))
    said.append(
        words.plural(
            "Meetings with other clubs this year: {count}; the aim is two a year.",
            "Meetings with other clubs this year: {count}; the aim is two a year.",
            exchanges,
        )
    )
    return "\n".join(said)


@moment("teams.found_title")
def found_title(words: Words) -> str:
    return words.say("A new group or team")


@moment("teams.which_kind")
def which_kind(words: Words) -> str:
    return words.say("What kind of group or team is it?")


@moment("teams.which_name")
def which_name(words: Words, kind: str) -> str:
    if kind == "livelihood":
        return words.say("What is it called? For example: chicken group of Bến hamlet")
    return words.say("What is it called? For example: chèo singers")


@moment("teams.who_leads")
def who_leads(words: Words) -> str:
    return words.say("Who leads it? Please type the name, or a part of it.")


@moment("teams.read_back")
def read_back(words: Words, kind: str, name: str, leader: str) -> str:
    return words.say(
        "{kind}: {name}, led by {leader}. Is that right?",
        kind=_kind(words, kind),
        name=name,
        leader=leader,
    )


@moment("teams.line")
def line(words: Words, name: str, count: int) -> str:
    return words.plural("{name} ({count} person)", "{name} ({count} people)", count, name=name)


@moment("teams.one")
def one(  # noqa: PLR0917
    words: Words,
    kind: str,
    name: str,
    leader: Spoken,
    people: Sequence[str],
    did: Sequence[Spoken],
) -> str:
    lines = [words.say("{kind}: {name}", kind=_kind(words, kind), name=name)]
    if leader:
        lines.append(words.say("Leader: {who}", who=leader))
    lines.append(
        words.plural(
            "{count} member: {names}",
            "{count} members: {names}",
            len(people),
            names=", ".join(str(each) for each in people),
        )
    )
    if did:
        lines += [words.say("What it did last:"), bulleted([str(each) for each in did])]
    return "\n".join(lines)


@moment("teams.did_something")
def did_something(words: Words) -> str:
    return words.say("Note what it did")


@moment("teams.change_title")
def change_title(words: Words) -> str:
    return words.say("Change the group")


@moment("teams.change_what")
def change_what(words: Words) -> str:
    return words.say("What changes?")


@moment("teams.part")
def part(words: Words, part: str) -> str:
    names = {
        "joined": words.say("Somebody joins"),
        "left": words.say("Somebody leaves"),
        "leader": words.say("Somebody else leads"),
        "ended": words.say("It has ended"),
    }
    return names[part]


@moment("teams.who")
def who(words: Words) -> str:
    return words.say("Who is it? Please type the name, or a part of it.")


@moment("teams.who_leaves")
def who_leaves(words: Words) -> str:
    return words.say("Who leaves?")


@moment("teams.sure_to_end")
def sure_to_end(words: Words, name: str) -> str:
    return words.say("Has {name} come to its end?", name=name)


@moment("teams.changed")
def changed(words: Words, name: str, what: str, count: int) -> str:
    if what == "ended":
        return words.say("{name} is off the list. What it did stays.", name=name)
    return words.plural(
        "It is noted. {name} now has {count} member.",
        "It is noted. {name} now has {count} members.",
        count,
        name=name,
    )


# Meetings with other clubs


@moment("exchange.title")
def exchange_title(words: Words) -> str:
    return words.say("Note a meeting with another club")


@moment("exchange.with_whom")
def with_whom(words: Words) -> str:
    return words.say("Which club was it? For example: the club of Trung village")


@moment("exchange.what")
def what_together(words: Words) -> str:
    return words.say("What did you do together? For example: songs and volleyball")
