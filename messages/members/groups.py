"""The groups of a club, by neighbourhood."""

from collections.abc import Sequence

from club.address import PersonName
from messages.moments import moment
from messages.wording import Words


@moment("groups.title")
def title(words: Words) -> str:
    return words.say("The neighbourhood groups")


@moment("groups.page")
def page(words: Words, count: int, without: int) -> str:
    lines = [
        words.plural("The club has {count} group.", "The club has {count} groups.", count)
        if count
        else words.say("The club has no groups yet.")
    ]
    if without and count:
        lines.append(
            words.plural(
                "{count} member is in no group.", "{count} members are in no group.", without
            )
        )
    return "\n".join(lines)


@moment("groups.line")
def line(words: Words, name: str, people: int) -> str:
    return words.plural("{name}: {count} member", "{name}: {count} members", people, name=name)


@moment("groups.one")
def one(words: Words, name: str, leader: PersonName, people: Sequence[str]) -> str:
    lines = [f"{name}"]
    if leader:
        lines.append(words.say("Leader: {who}", who=leader))
    else:
        lines.append(words.say("Nobody leads it yet."))
    lines += [f"• {words.shown(each)}" for each in people]
    return "\n".join(lines)


@moment("groups.make_title")
def make_title(words: Words) -> str:
    return words.say("Make a group")


@moment("groups.which_name")
def which_name(words: Words) -> str:
    return words.say("What is the group called? For example: Group 3, by the river")


@moment("groups.rename_title")
def rename_title(words: Words) -> str:
    return words.say("Rename the group")


@moment("groups.leader_title")
def leader_title(words: Words) -> str:
    return words.say("Name its leader")


@moment("groups.who_leads")
def who_leads(words: Words) -> str:
    return words.say("Who leads the group from today? Please type the name, or a part of it.")


@moment("groups.dissolve_title")
def dissolve_title(words: Words) -> str:
    return words.say("Dissolve the group")


@moment("groups.dissolve_sure")
def dissolve_sure(words: Words, name: str, people: int) -> str:
    return words.plural(
        "Shall {name} be dissolved? {count} member will then be in no group.",
        "Shall {name} be dissolved? {count} members will then be in no group.",
        people,
        name=name,
    )


@moment("groups.leader_sure")
def leader_sure(words: Words, name: PersonName, group: str) -> str:
    return words.say(
        "From today {name} leads {group}, may note help and activities there, and sees whom to "
        "phone. Is that right?",
        name=name,
        group=group,
    )


@moment("groups.name_sure")
def name_sure(words: Words, name: str) -> str:
    return words.say("The group is called “{name}”. Is that right?", name=name)


@moment("groups.changed")
def changed(words: Words, name: str, what: str, leader: PersonName) -> str:
    match what:
        case "made":
            return words.say(
                "{name} is made. Members come in under “Change the record”.", name=name
            )
        case "renamed":
            return words.say("The group is called {name} now.", name=name)
        case "leader":
            return words.say("{who} leads {name} from today.", who=leader, name=name)
    return words.say("{name} is dissolved.", name=name)


@moment("groups.told_leader")
def told_leader(words: Words, club: str, name: str) -> str:
    return words.say(
        "From today you lead {name} of {club}. Type “menu” to see what you can do.",
        name=name,
        club=club,
    )


@moment("groups.stays")
def stays(words: Words) -> str:
    return words.say("Then the groups stay as they were.")
