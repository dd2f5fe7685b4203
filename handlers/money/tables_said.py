"""People, lines and questions of the meeting table as they are said."""

from datetime import time
from zoneinfo import ZoneInfo

from club.meeting_table import Entry, Question, Sums, Why
from messages.moments import Moment
from messages.money import meeting_table as say
from messages.money import table_entries as say_entry
from messages.understand.people import Described, people_meant
from messages.understand.plain import bare
from storage.queries import Connection
from storage.queries.meetings.meetings import next_meeting_day
from storage.queries.members.members import name_of, person_of_member
from storage.queries.money.meeting_table import (
    AtTable,
    MeetingTable,
    TableNow,
    open_table,
    table_now,
)


def table_of(db: Connection, club_id: int) -> TableNow | None:
    """The club's open table as it stands now."""
    table = open_table(db, club_id)
    return None if table is None else table_now(db, table)


def day_said(db: Connection, table: MeetingTable) -> Moment:
    """Its day; opened on a day without a meeting, the one to come beside it."""
    following = None
    if table.meeting_id is None:
        following = next_meeting_day(db, table.club_id, table.held_on)
    return say.held_on(table.held_on, following)


def sums_line(sums: Sums) -> Moment:
    """'phí 20.000 đồng, lãi 7.000 đồng'."""
    return say.parts(fee=sums.fee, interest=sums.interest, principal=sums.principal, gift=sums.gift)


def person_asked(now: TableNow, person: AtTable) -> Moment:
    """Whose turn it is: number, name, what is due, what she has given."""
    due = person.due.sums
    has = now.reckoned.sums_of(person.member_id)
    return say_entry.how_much(
        say.person(person.number, person.name),
        sums_line(due) if due.total else None,
        months=list(person.due.fee_months),
        has=sums_line(has) if has.total else None,
    )


def meant(now: TableNow, typed: str) -> list[AtTable]:
    """Who of the list is meant by a number of the sheet or a part of the name."""
    said = bare(typed)
    if said.isdecimal():
        return [each for each in now.people if str(each.number) == said.lstrip("0")]
    people = [Described(each.name) for each in now.people]
    return [now.people[at] for at in people_meant(typed, people, in_passing=False)]


def person_after(now: TableNow, member_id: int) -> AtTable | None:
    """The next one on the list of whom nothing is entered, going round once."""
    numbers = [each.member_id for each in now.people]
    at = numbers.index(member_id) + 1 if member_id in numbers else 0
    asked = {each.entry.now.member for each in now.reckoned.questions}
    ahead = [*now.people[at:], *now.people[: max(0, at - 1)]]
    open_ones = [
        each
        for each in ahead
        if each.member_id not in now.reckoned.lines and each.member_id not in asked
    ]
    return open_ones[0] if open_ones else None


def name_at(db: Connection, now: TableNow, member_id: int) -> str:
    """Her name, whether she stands on the list or has left the club since."""
    person = now.person(member_id)
    return person.name if person else name_of(db, person_of_member(db, member_id))


def entry_line(db: Connection, zone: str, entry: Entry) -> Moment:
    """'phí 20.000 đồng (chú Giang, 9 giờ 12)'."""
    return say_entry.entry_line(sums_line(entry.sums), name_of(db, entry.by), clock(zone, entry))


def clock(zone: str, entry: Entry) -> time:
    """When an entry was made, by the club's clock."""
    return entry.made_at.astimezone(ZoneInfo(zone)).time().replace(second=0, microsecond=0)


def question_said(db: Connection, zone: str, now: TableNow, asked: Question) -> Moment:
    """The question that stands against an entry."""
    entry = asked.entry
    who, sums = name_at(db, now, entry.now.member), sums_line(entry.sums)
    match asked.why:
        case Why.TWICE:
            assert asked.other is not None
            return say_entry.twice(
                who,
                sums_line(asked.other.sums),
                by=name_of(db, asked.other.by),
                at=clock(zone, asked.other),
                now=sums,
            )
        case Why.TOLD:
            person = now.person(entry.now.member)
            assert person is not None
            return say_entry.told(who, person.due.told, sums)
        case Why.TOO_MUCH:
            return say_entry.too_much(who, sums, rest=asked.rest)
    return say_entry.gone(who, sums)
