"""What has to be finished before a club is split, merged or dissolved, with the ways there."""

from collections.abc import Sequence

from club.refusals import Code, Refused
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices
from messages import everywhere
from messages.cards import Card
from messages.members import club_ends as say
from messages.members import groups as say_groups
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from storage.changes.members.officer_matters import officers_of
from storage.queries import Connection
from storage.queries.members.clubs_ended import Hindrance, hindrances, waits_for_officer
from storage.queries.members.groups import living_groups, people_in_groups

_FEWEST_GROUPS = 2
_WAYS: dict[str, Press] = {
    "months": StartPress("close_month"),
    "waiting": ScreenPress("tasks"),
    "proposals": ScreenPress("tasks"),
    "disputes": ScreenPress("tasks"),
    "sessions": ScreenPress("club_sessions"),
    "tables": StartPress("meeting_table"),
    "inquiries": StartPress("settle_difference"),
    "uncounted": StartPress("count_cash"),
    "hands": ScreenPress("tasks"),
    "requests": ScreenPress("loan_book"),
    "loans": ScreenPress("loan_book"),
    "owed": ScreenPress("owed"),
    "goods": ScreenPress("goods"),
    "debts": ScreenPress("club_money"),
}
"""Where each is finished, or where it can be seen."""


def no_officer(db: Connection, me: Visitor) -> Code | None:
    """Why nothing can begin: no officer to agree, or it is before one already."""
    try:
        officers_of(db, me.club_id, me.today)
    except Refused as no:
        return no.code
    return Code.WAITS_ALREADY if waits_for_officer(db, me.club_id) else None


def not_ready(found: Sequence[Hindrance]) -> Card:
    """What has to be finished first, with the way to what waits."""
    ways = [*_ways(found), (ScreenPress("menu"), everywhere.menu_word())]
    return Card(say.first(_lines(found)), choices=choices(ways))


def said_before(me: Visitor, db: Connection) -> tuple[list[Moment], list[tuple[Press, Moment]]]:
    """All that has to be done before, as it is said at once to whoever only looks; and the ways."""
    found = hindrances(db, me.club_id, me.today)
    lines, ways = _lines(found), _ways(found)
    no = no_officer(db, me)
    if no is not None:
        lines.append(say.hindrance("officer" if no is Code.NO_OFFICER else "officer_asked", 1))
    if not has_groups(db, me):
        lines.append(say.hindrance("groups", 1))
        ways.append((ScreenPress("groups"), say_groups.title()))
    return lines, ways


def has_groups(db: Connection, me: Visitor) -> bool:
    """Whether a part of the club can go: two groups with people in them."""
    people = people_in_groups(db, me.club_id, me.today)
    with_people = [each for each in living_groups(db, me.club_id) if people.get(each.id)]
    return len(with_people) >= _FEWEST_GROUPS


def _lines(found: Sequence[Hindrance]) -> list[Moment]:
    return [say.hindrance(each.what, each.count) for each in found]


def _ways(found: Sequence[Hindrance]) -> list[tuple[Press, Moment]]:
    """Each way once, by the first thing that is finished there."""
    ways: dict[Press, Moment] = {}
    for each in found:
        if (press := _WAYS.get(each.what)) is not None:
            ways.setdefault(press, say.way_to(each.what))
    return list(ways.items())
