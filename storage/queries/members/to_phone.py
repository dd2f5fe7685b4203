"""Whom reminders of a month did not reach, and what they were about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Connection, Text, and_, literal, or_, select

from club.address import PersonName
from club.calendar import Month, day_in_zone
from club.reminders import Kind
from storage.queries.meetings.meetings import Meeting, meeting
from storage.queries.members.naming import NAMED
from storage.queries.settings.broadcasts import outcome_of
from storage.tables.areas import clubs
from storage.tables.broadcasts import broadcast_people, broadcasts
from storage.tables.chats import chats, outbox
from storage.tables.people import groups, member_groups, members, persons
from storage.tables.schedule import reminders


@dataclass(frozen=True, slots=True)
class ToPhone:
    """One person with all that she was not told; `group` is empty for who is in none.

    `changed`: the meetings that were moved or called off, as they are now.
    """

    member_id: int
    person_id: int
    name: PersonName
    phone: str
    group_id: int | None
    group: str
    kinds: tuple[Kind, ...]
    changed: tuple[Meeting, ...] = ()


# The row that says when a person was last phoned or visited: what was due until then she knows.
PHONED = {"kind": Kind.NEWS.value, "subject": "phoned", "period": ""}


def not_reached() -> ColumnElement[bool]:
    """A reminder that found no chat, or of which it is not known that it arrived."""
    return or_(
        reminders.c.state == "unreachable",
        outbox.c.state.in_(("unknown", "dead")),
        and_(outbox.c.state == "dropped", chats.c.unreachable.is_not(None)),
    )


def people_to_phone(db: Connection, club_id: int, today: date) -> list[ToPhone]:
    """Members with reminders of this month that did not reach them, by group and name."""
    everything = [*_reminders_not_heard(db, club_id), *_words_not_heard(db, club_id)]
    phoned = _phoned(db, club_id)
    of_month = [
        row
        for row in everything
        if _is_to_be_told(row, today) and _is_later(row.due_at, phoned.get(row.person_id))
    ]
    by_name = sorted(of_month, key=lambda row: (str(row.name), row.id))
    people = _by_group(by_name, _groups(db, club_id, today))
    return [replace(each, changed=_changed(db, club_id, by_name, each)) for each in people]


def _reminders_not_heard(db: Connection, club_id: int) -> Sequence[Any]:
    return db.execute(
        select(
            members.c.id, members.c.person_id, NAMED, persons.c.phone, reminders.c.kind,
            reminders.c.subject, reminders.c.due_at, reminders.c.ends_at, clubs.c.timezone,
        )
        .select_from(
            reminders.join(clubs, clubs.c.id == reminders.c.club_id)
            .join(persons, persons.c.id == reminders.c.person_id)
            .join(
                members,
                and_(
                    members.c.club_id == reminders.c.club_id,
                    members.c.person_id == reminders.c.person_id,
                ),
            )
            .outerjoin(outbox, outbox.c.reminder_id == reminders.c.id)
            .outerjoin(chats, chats.c.id == outbox.c.chat_id)
        )
        .where(reminders.c.club_id == club_id, members.c.state == "member", not_reached())
        .order_by(reminders.c.due_at, reminders.c.id)
    ).all()  # fmt: skip


def _is_later(due_at: datetime, phoned_at: datetime | None) -> bool:
    return phoned_at is None or due_at > phoned_at


def _is_to_be_told(row: Any, today: date) -> bool:
    """Of this month; that a meeting changed as long as it is to come."""
    if row.kind == Kind.MEETING_CHANGED:
        return day_in_zone(row.ends_at, ZoneInfo(row.timezone)) >= today
    return _month(row) == Month.of(today)


def _phoned(db: Connection, club_id: int) -> dict[int, datetime]:
    same = [reminders.c[name] == value for name, value in PHONED.items()]
    found = db.execute(
        select(reminders.c.person_id, reminders.c.due_at).where(
            reminders.c.club_id == club_id, *same
        )
    )
    return {row.person_id: row.due_at for row in found}


def _changed(
    db: Connection, club_id: int, rows: Sequence[Any], person: ToPhone
) -> tuple[Meeting, ...]:
    numbers = [
        int(row.subject)
        for row in rows
        if row.id == person.member_id and row.kind == Kind.MEETING_CHANGED
    ]
    found = [meeting(db, club_id, each) for each in numbers]
    return tuple(each for each in found if each is not None)


def _words_not_heard(db: Connection, club_id: int) -> Sequence[Any]:
    """What the board or an officer wrote to many that did not reach her."""
    return db.execute(
        select(
            members.c.id, members.c.person_id, NAMED, persons.c.phone,
            literal(Kind.NEWS.value, Text).label("kind"), literal("", Text).label("subject"),
            broadcasts.c.said_at.label("due_at"), clubs.c.timezone,
        )
        .select_from(
            broadcast_people.join(broadcasts, broadcasts.c.id == broadcast_people.c.broadcast_id)
            .join(clubs, clubs.c.id == broadcast_people.c.club_id)
            .join(persons, persons.c.id == broadcast_people.c.person_id)
            .join(
                members,
                and_(
                    members.c.club_id == broadcast_people.c.club_id,
                    members.c.person_id == broadcast_people.c.person_id,
                ),
            )
            .outerjoin(outbox, outbox.c.id == broadcast_people.c.letter_id)
        )
        .where(
            broadcast_people.c.club_id == club_id,
            members.c.state == "member",
            outcome_of().in_(("to_phone", "unknown")),
        )
        .order_by(broadcast_people.c.id)
    ).all()  # fmt: skip


def _month(row: Any) -> Month:
    return Month.of(day_in_zone(row.due_at, ZoneInfo(row.timezone)))


def _groups(db: Connection, club_id: int, today: date) -> dict[int, Any]:
    """The group of each member today."""
    found = db.execute(
        select(member_groups.c.member_id, groups.c.id, groups.c.name)
        .join(members, members.c.id == member_groups.c.member_id)
        .outerjoin(groups, groups.c.id == member_groups.c.group_id)
        .where(members.c.club_id == club_id, member_groups.c.valid_from <= today)
        .order_by(member_groups.c.valid_from, member_groups.c.id)
    )
    return {row.member_id: row for row in found}


def _by_group(rows: Iterable[Any], group_of: dict[int, Any]) -> list[ToPhone]:
    people: dict[int, list[Any]] = {}
    for row in rows:
        people.setdefault(row.id, []).append(row)
    found = []
    for member_id, mine in people.items():
        group = group_of.get(member_id)
        kinds = tuple(dict.fromkeys(Kind(row.kind) for row in mine))
        found.append(
            ToPhone(
                member_id=member_id,
                person_id=mine[0].person_id,
                name=mine[0].name,
                phone=mine[0].phone or "",
                group_id=None if group is None else group.id,
                group="" if group is None else group.name or "",
                kinds=kinds,
            )
        )
    return sorted(found, key=lambda each: (each.group == "", each.group))


def led_by(db: Connection, club_id: int, person_id: int) -> set[int]:
    """The groups that this person leads."""
    return set(
        db.execute(
            select(groups.c.id)
            .join(members, members.c.id == groups.c.leader_id)
            .where(groups.c.club_id == club_id, members.c.person_id == person_id)
        ).scalars()
    )
